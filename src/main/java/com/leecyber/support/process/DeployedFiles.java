package com.leecyber.support.process;

import com.leecyber.support.change.RulesInForce;
import com.leecyber.support.gate.ProcessFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files behind the latest versions of diagrams and tables, and the forms that were deployed with them. */
@Component
class DeployedFiles implements RulesInForce {

    // A form that no diagram shows belongs to no version: the one that was deployed last is in force.
    private static final String LATEST_FORMS = "select distinct on (resource.name_) resource.name_, resource.bytes_"
            + " from act_ge_bytearray resource join act_re_deployment deployment on deployment.id_ = resource.deployment_id_"
            + " where resource.name_ like '%.html' order by resource.name_, deployment.deploy_time_ desc";

    private final RepositoryService repository;
    private final AsApplication asApplication;
    private final JdbcClient database;

    DeployedFiles(RepositoryService repository, AsApplication asApplication, JdbcClient database) {
        this.repository = repository;
        this.asApplication = asApplication;
        this.database = database;
    }

    @Override
    public Map<String, ProcessFile> files() {
        Map<String, ProcessFile> files = new TreeMap<>();
        database.sql(LATEST_FORMS).query(row -> {
            files.put(row.getString(1), new ProcessFile(row.getString(1), row.getBytes(2)));
        });
        asApplication.run(() -> {
            repository.createDecisionDefinitionQuery().latestVersion().list().forEach(table -> put(files, table));
            repository.createProcessDefinitionQuery().latestVersion().list().forEach(diagram -> {
                put(files, diagram);
                putFormsOf(files, diagram);
            });
        });
        return files;
    }

    @Override
    public String deploy(String name, Collection<ProcessFile> files) {
        DeploymentBuilder deployment = repository.createDeployment().name(name);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        return asApplication.get(() -> deployment.deploy().getId());
    }

    @Override
    public String engineVersion() {
        return ProcessEngine.class.getPackage().getImplementationVersion();
    }

    private void put(Map<String, ProcessFile> files, ResourceDefinition definition) {
        String name = definition.getResourceName();
        files.put(name, read(definition.getDeploymentId(), name));
    }

    private void putFormsOf(Map<String, ProcessFile> files, ResourceDefinition diagram) {
        files.get(diagram.getResourceName())
                .forms()
                .forEach(form -> files.put(form, read(diagram.getDeploymentId(), form)));
    }

    private ProcessFile read(String deployment, String name) {
        try (InputStream content = repository.getResourceAsStream(deployment, name)) {
            return new ProcessFile(name, content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " of deployment " + deployment, e);
        }
    }
}
