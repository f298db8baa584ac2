package com.leecyber.support.channel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Collects every field that nobody knows, so that one answer can name them all. */
class UnknownFields extends DeserializationProblemHandler {

    static final Object FOUND = new Object();

    private static final int NAMED = 20;

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser value, JsonDeserializer<?> reader, Object owner, String name)
            throws IOException {
        @SuppressWarnings("unchecked")
        List<FieldError> found = (List<FieldError>) context.getAttribute(FOUND);
        if (found.size() < NAMED) {
            found.add(new FieldError(path(context) + name, "api.unknown-field", known(reader)));
        }
        value.skipChildren();
        return true;
    }

    /** Unknown fields are seen when their object ends: the document's parser then stands at the object itself. */
    private static String path(DeserializationContext context) {
        String owner = context.getParser().getParsingContext().pathAsPointer().toString();
        return owner.isEmpty() ? "" : owner.substring(1).replace('/', '.') + ".";
    }

    private static String known(JsonDeserializer<?> reader) {
        Collection<Object> names = reader.getKnownPropertyNames();
        return names == null ? "" : names.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
