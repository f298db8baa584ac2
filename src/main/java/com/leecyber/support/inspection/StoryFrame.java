package com.leecyber.support.inspection;

import com.leecyber.support.ticket.PageTimes;
import com.leecyber.support.ticket.ServiceNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the pages of tickets, rules and chains need beside their own content. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(assignableTypes = {StoryController.class, RuleController.class, ChainController.class})
class StoryFrame {

    private final ServiceNames services;
    private final AuditTimes zone;

    StoryFrame(ServiceNames services, AuditTimes zone) {
        this.services = services;
        this.zone = zone;
    }

    @ModelAttribute("times")
    PageTimes times(Locale language) {
        return zone.in(language);
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    @ModelAttribute("services")
    Services services(Locale language) {
        return code -> services.of(code, language);
    }

    /** What services are called in the reader's language. */
    interface Services {

        String name(String code);
    }

    @ExceptionHandler
    void missing(NoSuchStory missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
