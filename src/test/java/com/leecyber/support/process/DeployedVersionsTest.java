package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.DeskTest;
import com.leecyber.support.gate.GateFiles;
import com.leecyber.support.gate.ProcessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is remembered of diagrams and tables never outlives a deployment. */
@DeskTest
class DeployedVersionsTest {

    @Autowired
    DeployedTables tables;

    @Autowired
    LatestDiagram diagrams;

    @Autowired
    RepositoryService repository;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void leaveNothing() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void aTableAnswersAtOnceByItsNewVersion() {
        deploy("colour.dmn", table("\"red\""));
        assertThat(answer()).isEqualTo("red");
        assertThat(tables.latest("colour").label()).isEqualTo("colour:1");

        deploy("colour.dmn", table("\"green\""));

        assertThat(answer()).isEqualTo("green");
        assertThat(tables.latest("colour").label()).isEqualTo("colour:2");
    }

    @Test
    void aDiagramStartsAtOnceInItsNewVersion() {
        deploy("errand.bpmn", diagram("Once"));
        String first = diagrams.idOf("errand");

        deploy("errand.bpmn", diagram("Twice"));

        assertThat(diagrams.idOf("errand")).isNotEqualTo(first).startsWith("errand:2:");
    }

    private Object answer() {
        return tables.evaluate(tables.latest("colour"), Map.of("triageOutcome", "ASK"))
                .getEntry("colour");
    }

    private void deploy(String name, String content) {
        DeploymentBuilder deployment = repository.createDeployment().addString(name, content);
        GateFiles.own().stream()
                .filter(file -> file.name().equals("answer-question.html"))
                .map(ProcessFile::text)
                .forEach(form -> deployment.addString("answer-question.html", form));
        deployments.add(deployment.deploy().getId());
    }

    private static String diagram(String name) {
        return GateFiles.honest("errand.bpmn").text().replace("Поручение", name);
    }

    private static String table(String answer) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="colours" name="colours" namespace="test"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="colour" name="colour" camunda:historyTimeToLive="P30D">
                    <decisionTable id="table">
                      <input id="input">
                        <inputExpression id="expression" typeRef="string"><text>triageOutcome</text></inputExpression>
                      </input>
                      <output id="output" name="colour" typeRef="string" />
                      <rule id="rule">
                        <inputEntry id="in"><text></text></inputEntry>
                        <outputEntry id="out"><text>%s</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(answer);
    }
}
