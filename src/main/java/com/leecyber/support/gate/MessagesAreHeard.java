package com.leecyber.support.gate;

import java.util.List;

/** What the program sends to a process is waited for there, else it would be lost. */
final class MessagesAreHeard implements DiagramRule {

    private record Message(String process, String name, String clause) {}

    private static final List<Message> SENT = List.of(
            new Message(Regulation.TICKET, "TicketWithdrawn", "R2"),
            new Message(Regulation.TICKET, "TicketLinked", "R5.4c"),
            new Message(Regulation.TICKET, "IncidentSettled", "R5.4c"),
            new Message(Regulation.INFORMATION, "CustomerReplied", "R5.2"),
            new Message(Regulation.SECOND_LINE, "ReleasePublished", "R5.4c"));

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        SENT.stream()
                .filter(sent -> diagram.is(sent.process()))
                .filter(sent -> diagram.nodes().stream().noneMatch(node -> isHeard(node, sent)))
                .forEach(sent -> report.refuseUnder(sent.clause(), "message-lost", diagram.id(), sent.name()));
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
