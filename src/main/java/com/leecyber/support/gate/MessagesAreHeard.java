package com.leecyber.support.gate;

import java.util.Map;

/** What the program sends to a process is waited for there, else it would be lost. */
final class MessagesAreHeard implements DiagramRule {

    private record Message(String name, String clause) {}

    private static final Map<String, Message> SENT = Map.of(
            Regulation.TICKET, new Message("TicketWithdrawn", "R2"),
            Regulation.INFORMATION, new Message("CustomerReplied", "R5.2"),
            Regulation.SECOND_LINE, new Message("ReleasePublished", "R5.4c"));

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        Message sent = SENT.get(diagram.id());
        if (sent != null && diagram.nodes().stream().noneMatch(node -> isHeard(node, sent))) {
            report.refuseUnder(sent.clause(), "message-lost", diagram.id(), sent.name());
        }
    }

    /** A withdrawal may come at any moment, so it must be heard everywhere; what is asked for is heard where it is awaited. */
    private static boolean isHeard(Node node, Message sent) {
        boolean anywhere = node.is("startEvent")
                && node.container != null
                && node.container.isEventSubProcess()
                && node.container.container == null
                && node.interrupts();
        return node.message().equals(sent.name()) && (anywhere || !sent.name().equals("TicketWithdrawn"));
    }
}
