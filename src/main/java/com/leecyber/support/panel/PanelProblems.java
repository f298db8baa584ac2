package com.leecyber.support.panel;

import com.leecyber.support.panel.Limits.TooMuch;
import com.leecyber.support.ticket.IllegalTransition;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever is refused in the panel into a page that says what to do. */
@ControllerAdvice(basePackageClasses = PanelProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PanelProblems {

    private static final Logger log = LoggerFactory.getLogger(PanelProblems.class);

    @ExceptionHandler
    ModelAndView refuse(Missing missing) {
        return Refusals.page(HttpStatus.NOT_FOUND, "panel.missing");
    }

    @ExceptionHandler
    ModelAndView refuse(TooMuch sent, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(sent.minutes() * 60));
        return Refusals.page(HttpStatus.TOO_MANY_REQUESTS, "panel.too-much");
    }

    @ExceptionHandler({ConcurrencyFailureException.class, IllegalTransition.class})
    ModelAndView refuse(RuntimeException changedMeanwhile) {
        return Refusals.page(HttpStatus.CONFLICT, "panel.conflict");
    }

    /** Whoever listened for news is gone. */
    @ExceptionHandler
    void ignore(AsyncRequestNotUsableException gone) {
        // There is nobody left to tell.
    }

    /** A defect: its cause is in the log and nowhere else. */
    @ExceptionHandler
    ModelAndView fail(Exception defect) {
        log.error("A page of the panel failed", defect);
        return Refusals.page(HttpStatus.INTERNAL_SERVER_ERROR, "panel.failure");
    }
}
