package com.leecyber.support.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.proof.Sha256;
import com.leecyber.support.security.ApiClient;
import com.leecyber.support.ticket.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A request with an {@code Idempotency-Key} is done once, however often and however parallel it comes. */
@Component
class OnceOnly {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,200}");

    private final Retrying retrying;
    private final JdbcClient database;
    private final ObjectMapper json;
    private final Clock clock;

    OnceOnly(Retrying retrying, JdbcClient database, ObjectMapper json, Clock clock) {
        this.retrying = retrying;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The key came before, with another request. */
    static class KeyReused extends RuntimeException {}

    /**
     * What an action answers.
     *
     * @param location the address of what it created, or null
     */
    record Answer(int status, String location, Object body) {}

    /** The answer as it is kept: its body is text, so that it comes back byte for byte. */
    private record Kept(int status, String location, String body) {

        ResponseEntity<byte[]> response() {
            ResponseEntity.BodyBuilder response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
            if (location != null) {
                response.header(HttpHeaders.LOCATION, location);
            }
            return response.body(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * The action's answer, or the answer that it gave when the key came first.
     *
     * @throws KeyReused when it came with another request
     */
    ResponseEntity<byte[]> answer(ApiClient client, HttpServletRequest request, ApiBody body, Supplier<Answer> action) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return retrying.transaction(() -> kept(action.get())).response();
        }
        if (!KEY.matcher(key).matches()) {
            throw new InvalidInput(HEADER, "api.idempotency-key");
        }
        String hash = Sha256.hex(request.getMethod() + " " + request.getRequestURI() + "\n" + text(body));
        return retrying.transaction(() -> once(client, key, hash, action)).response();
    }

    /** The insert makes a parallel request with the same key wait until this one is committed or gone. */
    private Kept once(ApiClient client, String key, String hash, Supplier<Answer> action) {
        int first = database.sql("insert into idempotent_request (client_id, key, request_hash, created_at)"
                        + " values (?, ?, ?, ?) on conflict do nothing")
                .params(client.id(), key, hash, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (first == 0) {
            return stored(client, key, hash);
        }
        Kept kept = kept(action.get());
        database.sql("update idempotent_request set response = ? where client_id = ? and key = ?")
                .params(text(kept), client.id(), key)
                .update();
        return kept;
    }

    private Kept stored(ApiClient client, String key, String hash) {
        record Request(String requestHash, String response) {}
        Request earlier = database.sql(
                        "select request_hash, response from idempotent_request where client_id = ? and key = ?")
                .params(client.id(), key)
                .query(Request.class)
                .single();
        if (!earlier.requestHash().equals(hash)) {
            throw new KeyReused();
        }
        try {
            return json.readValue(earlier.response(), Kept.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The kept answer to " + key + " is unreadable", e);
        }
    }

    private Kept kept(Answer answer) {
        return new Kept(answer.status(), answer.location(), text(answer.body()));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
