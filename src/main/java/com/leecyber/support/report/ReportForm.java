package com.leecyber.support.report;

import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.TicketType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The form above each report: what can be asked, and what is shown. */
@Component
class ReportForm {

    private final ServiceCatalogue catalogue;

    ReportForm(ServiceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Something to choose. */
    record Choice(String code, String text) {}

    /** A field, and what can be chosen there. */
    record Field(String name, List<Choice> choices) {}

    List<Field> fields(Words words) {
        return List.of(
                field("channel", Selection.names(Channel.values()), code -> words.name("Channel", code)),
                field("type", Selection.names(TicketType.values()), code -> words.name("TicketType", code)),
                field(
                        "priority",
                        Stream.concat(Selection.names(Priority.values()).stream(), Stream.of(Selection.WITHOUT))
                                .toList(),
                        code -> words.name("Priority", code)),
                field(
                        "service",
                        catalogue.services().stream()
                                .map(ServiceCatalogue.Service::code)
                                .toList(),
                        code -> words.name("Service", code)));
    }

    /** What is shown, in days. */
    static Asked shown(Selection selection) {
        return new Asked(
                "",
                "",
                "",
                selection.period().first().toString(),
                selection.period().last().toString(),
                selection.channel(),
                selection.type(),
                selection.priority(),
                selection.service());
    }

    private static Field field(String name, List<String> codes, Function<String, String> text) {
        return new Field(
                name,
                codes.stream().map(code -> new Choice(code, text.apply(code))).toList());
    }
}
