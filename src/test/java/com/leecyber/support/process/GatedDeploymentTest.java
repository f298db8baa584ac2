package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.leecyber.support.DeskTest;
import com.leecyber.support.gate.Finding;
import com.leecyber.support.gate.Gate;
import com.leecyber.support.gate.GateFiles;
import com.leecyber.support.gate.GateFiles.Case;
import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.gate.Refused;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionRequirementsDefinitionDeployer;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** The gate stands in the engine: whoever deploys, the engine's parsers see nothing that was refused. */
@DeskTest
class GatedDeploymentTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Gate gate;

    private final List<String> parsed = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();
    private Runnable restore;

    static List<Case> cases() {
        return GateFiles.cases();
    }

    /** Puts witnesses in the place of the engine's parsers, which go on doing their work. */
    @BeforeEach
    void watchTheParsers() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        BpmnDeployer diagrams = deployer(configuration, BpmnDeployer.class);
        DecisionRequirementsDefinitionDeployer tables =
                deployer(configuration, DecisionRequirementsDefinitionDeployer.class);
        BpmnParser parser = diagrams.getBpmnParser();
        DefaultDmnTransformer transformer = (DefaultDmnTransformer) tables.getTransformer();
        diagrams.setBpmnParser(new BpmnParser(parser.getExpressionManager(), null) {
            @Override
            public BpmnParse createParse() {
                parsed.add("diagram");
                return parser.createParse();
            }
        });
        DefaultDmnTransformer watched = new DefaultDmnTransformer() {
            @Override
            public DmnTransform createTransform() {
                parsed.add("table");
                return transformer.createTransform();
            }
        };
        watched.setElementTransformHandlerRegistry(transformer.getElementTransformHandlerRegistry());
        tables.setTransformer(watched);
        restore = () -> {
            diagrams.setBpmnParser(parser);
            tables.setTransformer(transformer);
        };
    }

    /** The deployers that are really asked; the configuration keeps a second set that is not. */
    private static <T> T deployer(ProcessEngineConfigurationImpl configuration, Class<T> type) {
        Object asking = ReflectionTestUtils.getField(configuration.getDeploymentCache(), "cacheDeployer");
        List<?> deployers = (List<?>) ReflectionTestUtils.getField(asking, "deployers");
        return deployers.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void leaveNothing() {
        restore.run();
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsRefusedIsNotParsed(Case broken) {
        long before = repository.createDeploymentQuery().count();

        Refused refused = catchThrowableOfType(Refused.class, () -> deploy(broken.deployment()));

        assertThat(refused.findings()).extracting(Finding::rule).containsAll(broken.rules());
        assertThat(refused).hasMessageContaining(broken.file());
        assertThat(parsed).isEmpty();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void whatPassesIsParsed() {
        deploy(GateFiles.with(GateFiles.honest("errand.bpmn")));

        assertThat(parsed).contains("diagram", "table");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("errand")
                        .count())
                .isOne();
    }

    @Test
    void theDeskItselfKnowsWhatItsOwnFilesName() {
        assertThat(gate.check(GateFiles.own())).isEmpty();
    }

    @Test
    void aProcessMayCallWhatIsDeployedAlready() {
        List<ProcessFile> alone = GateFiles.own().stream()
                .filter(file -> !file.name().equals("customerInformation.bpmn"))
                .toList();

        assertThat(gate.check(alone)).isEmpty();
    }

    private void deploy(Collection<ProcessFile> files) {
        DeploymentBuilder deployment = repository.createDeployment();
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        deployments.add(deployment.deploy().getId());
    }
}
