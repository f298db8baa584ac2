package com.leecyber.support.change;

import com.leecyber.support.gate.ProcessFile;
import java.util.Collection;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Lets tests elsewhere do by hand what pages and schedules do. */
@TestComponent
public class ChangesByHand {

    private final Proposals proposals;
    private final Approvals approvals;
    private final Mover mover;

    ChangesByHand(Proposals proposals, Approvals approvals, Mover mover) {
        this.proposals = proposals;
        this.approvals = approvals;
        this.mover = mover;
    }

    /** In the name of whoever is signed in. */
    public long propose(String title, Collection<ProcessFile> files) {
        return proposals.propose(title, files).id();
    }

    /** In the name of whoever is signed in. */
    public void approve(long change) {
        approvals.approve(change, "Согласовано", Map.of());
    }

    public void moveOn() {
        mover.moveOn();
    }
}
