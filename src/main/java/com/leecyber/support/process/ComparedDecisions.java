package com.leecyber.support.process;

import com.leecyber.support.change.Decisions;
import com.leecyber.support.gate.ProcessFile;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Asks the tables in force and the proposed ones the same questions. */
@Component
class ComparedDecisions implements Decisions {

    private final DeployedTables deployed;

    ComparedDecisions(DeployedTables deployed) {
        this.deployed = deployed;
    }

    @Override
    public Answers inForce() {
        return by(deployed);
    }

    @Override
    public Answers proposed(Collection<ProcessFile> files) {
        return by(new ProposedTables(files, deployed));
    }

    private static Answers by(Tables tables) {
        DecisionTables answers = new DecisionTables(tables);
        return new Answers(answers, answers);
    }
}
