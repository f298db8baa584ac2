package com.leecyber.support.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.difference.DrawnDiagram;
import com.leecyber.support.difference.DrawnDiagram.Flow;
import com.leecyber.support.inspection.EngineHistory.Left;
import com.leecyber.support.inspection.EngineHistory.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WayTakenTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Step> steps = new ArrayList<>();

    @Test
    void aFlowThatWasNotTakenIsNotMarked() {
        passed("start", 0, 0);
        passed("question", 0, 0);
        passed("yes", 0, 5);

        assertThat(way("a start question", "b question yes", "c question no")).containsExactly("a", "b");
    }

    @Test
    void aLoopMarksTheWayBackOnlyWhenItWasGone() {
        passed("merge", 0, 0);
        passed("task", 0, 5);
        passed("question", 5, 5);
        passed("ask", 5, 9);

        String[] flows = {"in merge task", "on task question", "out question ask", "back ask merge", "end question end"
        };
        assertThat(way(flows)).containsExactly("in", "on", "out");

        passed("merge", 9, 9);
        passed("task", 9, 12);
        passed("question", 12, 12);
        passed("end", 12, 12);
        assertThat(way(flows)).containsExactly("back", "end", "in", "on", "out");
    }

    @Test
    void atAMeetingOfWaysTheOneThatArrivedIsMarked() {
        passed("long", 0, 3);
        passed("short", 1, 8);
        passed("merge", 8, 8);

        assertThat(way("one long merge", "other short merge")).containsExactly("other");
    }

    @Test
    void whatABorderEventBeganLeadsFromThatEvent() {
        passed("task", 0, 9);
        passed("timer", 4, 4);
        passed("warn", 4, 4);
        passed("next", 9, 9);

        assertThat(way("t timer warn", "n task next")).containsExactly("n", "t");
    }

    @Test
    void whatWasBrokenOffLeadsNowhere() {
        step("task", 0, 9, Left.CANCELLED, "process");
        passed("event", 9, 9);
        passed("next", 9, 9);

        assertThat(way("regular task next", "broken event next")).containsExactly("broken");
    }

    @Test
    void whatIsStillThereWasReachedAndLeadsNowhere() {
        passed("start", 0, 0);
        steps.add(new Step("s", "process", 1, "task", "", "userTask", START, null, Left.STILL_THERE, 9, null, null));

        assertThat(way("in start task", "out task end")).containsExactly("in");
    }

    @Test
    void stepsOfAnotherSubprocessAreNoSource() {
        step("inner", 0, 1, Left.COMPLETED, "first");
        step("end", 2, 2, Left.COMPLETED, "second");

        assertThat(way("f inner end")).isEmpty();
    }

    private void passed(String element, int from, int to) {
        step(element, from, to, Left.COMPLETED, "process");
    }

    private void step(String element, int from, int to, Left left, String scope) {
        steps.add(new Step(
                element + steps.size(),
                scope,
                1,
                element,
                element,
                "task",
                START.plusSeconds(from),
                START.plusSeconds(to),
                left,
                steps.size(),
                null,
                null));
    }

    private Iterable<String> way(String... flows) {
        List<Flow> drawn = new ArrayList<>();
        for (String flow : flows) {
            String[] parts = flow.split(" ");
            drawn.add(new Flow(parts[0], parts[1], parts[2]));
        }
        return WayTaken.flows(new DrawnDiagram(Map.of(), drawn), steps, steps);
    }
}
