package com.leecyber.support.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What goes wrong outside the controllers: a page for people, a problem detail (RFC 9457) for programs. */
@Controller
@RequestMapping("/error")
class ErrorPage implements ErrorController {

    private final MessageSource messages;

    ErrorPage(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, Model model, Locale locale) {
        HttpStatus status = status(request);
        model.addAttribute("status", status.value());
        model.addAttribute("title", text(status, locale));
        return "error";
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request, Locale locale) {
        HttpStatus status = status(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(text(status, locale));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String text(HttpStatus status, Locale locale) {
        String general = messages.getMessage("error.other", null, locale);
        return messages.getMessage("error." + status.value(), null, general, locale);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Integer code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Objects.requireNonNullElse(
                code == null ? null : HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
