package com.leecyber.support.channel;

import com.leecyber.support.channel.OnceOnly.KeyReused;
import com.leecyber.support.channel.StrictJson.TooLarge;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.IllegalTransition;
import com.leecyber.support.ticket.InvalidInput;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever is refused into a {@link Problem} in the reader's language. */
@RestControllerAdvice
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);
    private static final int MEGABYTE = 1024 * 1024;

    private final MessageSource messages;

    ApiProblems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<Object> refuse(InvalidInput invalid) {
        return problem(
                HttpStatus.BAD_REQUEST,
                text("api.invalid.title"),
                text("api.invalid.detail"),
                invalid.errors().stream()
                        .map(error -> new Problem.Field(error.field(), text(error.messageKey(), error.arguments())))
                        .toList());
    }

    @ExceptionHandler
    ResponseEntity<Object> refuse(NotFound missing) {
        return problem(HttpStatus.NOT_FOUND, "api.not-found");
    }

    @ExceptionHandler
    ResponseEntity<Object> refuse(ConcurrencyFailureException lostTheRace) {
        return problem(HttpStatus.CONFLICT, "api.conflict");
    }

    @ExceptionHandler
    ResponseEntity<Object> refuse(IllegalTransition otherState) {
        return problem(HttpStatus.CONFLICT, "api.other-state");
    }

    @ExceptionHandler
    ResponseEntity<Object> refuse(KeyReused reused) {
        return problem(HttpStatus.CONFLICT, "api.key-reused");
    }

    @ExceptionHandler
    ResponseEntity<Object> refuse(TooLarge body) {
        return tooLarge(text("api.too-large.body", StrictJson.MEGABYTES));
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException file, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return tooLarge(text("api.too-large.file", Attachments.MAXIMUM_SIZE / MEGABYTE));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return refuse(new InvalidInput(missing.getRequestPartName(), "api.missing-file"));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refuse(new InvalidInput(StrictJson.BODY, "api.malformed.empty"));
    }

    /** What Spring MVC refuses by itself, in the same form. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail detail = body instanceof ProblemDetail problem ? problem : ProblemDetail.forStatus(status);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(status.value(), detail.getTitle(), detail.getDetail(), List.of()));
    }

    /** A defect: its cause is in the log and nowhere else. */
    @ExceptionHandler
    ResponseEntity<Object> fail(Exception defect) {
        log.error("A request failed", defect);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "api.failure");
    }

    private ResponseEntity<Object> tooLarge(String detail) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, text("api.too-large.title"), detail, List.of());
    }

    private ResponseEntity<Object> problem(HttpStatus status, String key) {
        return problem(status, text(key + ".title"), text(key + ".detail"), List.of());
    }

    private static ResponseEntity<Object> problem(
            HttpStatus status, String title, String detail, List<Problem.Field> errors) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(status.value(), title, detail, errors));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
