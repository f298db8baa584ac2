package com.leecyber.support.panel;

import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.util.List;

/**
 * The files of one sent form.
 *
 * @param fresh what came with it and can be kept
 * @param kept what had come with it before
 * @param errors why something of it cannot be taken
 */
record SentFiles(List<Fresh> fresh, List<Upload> kept, List<FieldError> errors) {

    static final SentFiles NONE = new SentFiles(List.of(), List.of(), List.of());

    /** One file of the form. */
    record Fresh(String name, byte[] content) {}
}
