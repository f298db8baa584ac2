package com.leecyber.support.process;

import com.leecyber.support.gate.Finding;
import com.leecyber.support.gate.FindingTexts;
import com.leecyber.support.gate.Gate;
import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.gate.Refused;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.context.ApplicationContext;

/** Stands before the engine's own deployers: whatever way a deployment came, nothing is parsed that the gate refuses. */
class GateBeforeParsing implements Deployer {

    /** For the log; whoever deploys through a page of the desk reads the findings in their own language there. */
    private static final Locale RUSSIAN = new Locale("ru");

    private final ApplicationContext context;

    GateBeforeParsing(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            // Read again from the database, where it came through this gate.
            return;
        }
        List<ProcessFile> files = deployment.getResources().values().stream()
                .map(resource -> new ProcessFile(resource.getName(), resource.getBytes()))
                .toList();
        List<Finding> findings = context.getBean(Gate.class).check(files);
        if (!findings.isEmpty()) {
            throw new Refused(findings, context.getBean(FindingTexts.class).lines(findings, RUSSIAN));
        }
    }
}
