package com.leecyber.support.panel;

import com.leecyber.support.panel.Limits.TooMuch;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows a form again with all that was typed, the files that came with it, and a word on why it was not accepted. */
@Component
class FormAnswer {

    private final MessageSource messages;
    private final Labels labels;

    FormAnswer(MessageSource messages, Labels labels) {
        this.messages = messages;
        this.labels = labels;
    }

    /** Nothing is wrong yet. */
    void clean(Model model) {
        again(FormErrors.NONE, null, List.of(), model);
    }

    void invalid(InvalidInput invalid, List<Upload> uploads, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        List<FieldError> errors =
                invalid.errors().stream().map(FormAnswer::ofForm).toList();
        again(FormErrors.of(errors, messages), null, uploads, model);
    }

    void tooMuch(TooMuch sent, List<Upload> uploads, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(sent.minutes() * 60));
        again(FormErrors.NONE, labels.text("panel.too-much.wait", sent.minutes()), uploads, model);
    }

    void conflict(List<Upload> uploads, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        again(FormErrors.NONE, labels.text("panel.conflict.text"), uploads, model);
    }

    /** What ticket and conversation call the field, the form may call otherwise. */
    private static FieldError ofForm(FieldError error) {
        return error.field().equals("file")
                ? new FieldError(FormFiles.FIELD, error.messageKey(), error.arguments())
                : error;
    }

    private static void again(FormErrors errors, String refusal, List<Upload> uploads, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("refusal", refusal);
        model.addAttribute("uploads", uploads);
        model.addAttribute("formKey", UUID.randomUUID());
    }
}
