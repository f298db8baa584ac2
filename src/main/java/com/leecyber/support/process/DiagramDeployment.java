package com.leecyber.support.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the diagrams, tables and forms that the application brings, all together, when one of them has changed.
 *
 * <p>They are stored under their bare names whether they come from a folder or from a jar: the engine's own deployment
 * would store a folder's files under their absolute paths, and no form key would find its form.
 */
@Component
class DiagramDeployment extends AbstractProcessEnginePlugin {

    private static final List<String> RESOURCES =
            List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*.html");

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        DeploymentBuilder deployment = engine.getRepositoryService()
                .createDeployment()
                .name("support-desk")
                .source("application")
                .enableDuplicateFiltering(false);
        RESOURCES.forEach(pattern -> add(deployment, pattern));
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, String pattern) {
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                try (InputStream content = resource.getInputStream()) {
                    deployment.addInputStream(resource.getFilename(), content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pattern, e);
        }
    }
}
