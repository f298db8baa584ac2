package com.leecyber.support.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps expressions out of the engine's queries (CVE-2026-109432), and starts in the middle of a process, past its form.
 *
 * <p>The engine refuses to evaluate expressions as well; this is the second lock. Lists that Tasklist shows are stored on
 * the server, so nothing that an agent's browser sends has to carry one.
 */
final class QueryExpressionFilter extends OncePerRequestFilter {

    static final int LIMIT = 1024 * 1024;

    private static final String SUFFIX = "expression";
    private static final String MIDDLE = "startinstructions";

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build())
            .build();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (namesRefused(request.getQueryString())) {
            refuse(response, HttpStatus.BAD_REQUEST, "Expressions in queries are refused.");
            return;
        }
        if (isFormOfFiles(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than 1 MB.");
        } else if (namesRefused(body)) {
            refuse(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "A body must be JSON without expressions in queries or instructions to start.");
        } else {
            chain.doFilter(new RepeatableBody(request, body), response);
        }
    }

    /** No query comes this way: files of tasks, and deployments, which the engine grants to nobody but administrators. */
    private static boolean isFormOfFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean namesRefused(String query) {
        return query != null
                && Stream.of(query.split("&"))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .anyMatch(name -> isRefused(decoded(name)));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    private boolean namesRefused(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token == JsonToken.FIELD_NAME && isRefused(parser.currentName())) {
                    return true;
                }
                token = parser.nextToken();
            }
            return false;
        } catch (IOException unreadable) {
            // What cannot be read here must not be read there.
            return true;
        }
    }

    private static boolean isRefused(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return plain.endsWith(SUFFIX) || plain.equals(MIDDLE);
    }

    /** In the form of the engine's own errors, so that Camunda's applications can show it. */
    private static void refuse(HttpServletResponse response, HttpStatus status, String message) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"type\":\"InvalidRequestException\",\"message\":\"" + message + "\"}");
    }
}
