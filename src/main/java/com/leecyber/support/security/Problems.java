package com.leecyber.support.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Refusals that are made before any controller is reached, as problem details (RFC 9457). */
@Component
class Problems {

    private final MessageSource messages;
    private final LocaleResolver language;
    private final ObjectMapper json;

    Problems(MessageSource messages, LocaleResolver language, ObjectMapper json) {
        this.messages = messages;
        this.language = language;
        this.json = json;
    }

    /** Answers with {@code <key>.title} and {@code <key>.detail} in the reader's language. */
    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        Locale locale = language.resolveLocale(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(messages.getMessage(key + ".title", null, locale));
        problem.setDetail(messages.getMessage(key + ".detail", null, locale));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", locale.getLanguage());
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
