package com.leecyber.support.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/**
 * Reads a body of the API so that nothing in it is guessed or silently dropped: a field nobody knows, one given twice or
 * one of another kind is refused by its name, and size, depth and lengths are bounded before anything is built.
 */
@Component
class StrictJson extends AbstractHttpMessageConverter<ApiBody> {

    static final int MEGABYTES = 1;
    static final String BODY = "body";

    private static final int LIMIT = MEGABYTES * 1024 * 1024;
    private static final int QUOTED_LENGTH = 50;
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '([^']*)'.*", Pattern.DOTALL);

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(50)
                            .maxNameLength(200)
                            .maxStringLength(LIMIT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Boolean,
                    flag -> flag.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .addHandler(new UnknownFields())
            .build();

    StrictJson() {
        super(MediaType.APPLICATION_JSON);
    }

    /** The body is larger than any request of the API can be. */
    static class TooLarge extends RuntimeException {}

    @Override
    protected boolean supports(Class<?> type) {
        return ApiBody.class.isAssignableFrom(type);
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    protected ApiBody readInternal(Class<? extends ApiBody> type, HttpInputMessage request) throws IOException {
        String text = text(request);
        List<FieldError> unknown = new ArrayList<>();
        try {
            ApiBody body = mapper.readerFor(type)
                    .withAttribute(UnknownFields.FOUND, unknown)
                    .readValue(text);
            InvalidInput.throwIfAny(unknown);
            if (body == null) {
                throw new InvalidInput(BODY, "api.malformed.empty");
            }
            return body;
        } catch (JsonProcessingException refused) {
            throw refusal(refused);
        }
    }

    @Override
    protected void writeInternal(ApiBody body, HttpOutputMessage response) {
        throw new UnsupportedOperationException("A request's body is never sent");
    }

    private static String text(HttpInputMessage request) throws IOException {
        if (request.getHeaders().getContentLength() > LIMIT) {
            throw new TooLarge();
        }
        byte[] bytes = request.getBody().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new TooLarge();
        }
        MediaType type = request.getHeaders().getContentType();
        Charset declared = type == null ? null : type.getCharset();
        if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
            throw new InvalidInput(BODY, "api.malformed.charset");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                throw new InvalidInput(BODY, "api.malformed.empty");
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidInput(BODY, "api.malformed.charset");
        }
    }

    private static InvalidInput refusal(JsonProcessingException refused) {
        boolean tooMuch = Stream.iterate((Throwable) refused, cause -> cause != null, Throwable::getCause)
                .anyMatch(StreamConstraintsException.class::isInstance);
        if (tooMuch) {
            return at(refused, "api.malformed.limits");
        }
        Matcher duplicate = DUPLICATE.matcher(refused.getOriginalMessage());
        if (duplicate.matches()) {
            return new InvalidInput(duplicate.group(1), "api.duplicate-field");
        }
        if (refused instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return mismatch(mismatch);
        }
        return at(refused, "api.malformed.json");
    }

    private static InvalidInput at(JsonProcessingException refused, String messageKey) {
        JsonLocation location = refused.getLocation() == null ? JsonLocation.NA : refused.getLocation();
        return new InvalidInput(BODY, messageKey, location.getLineNr(), location.getColumnNr());
    }

    private static InvalidInput mismatch(MismatchedInputException mismatch) {
        String field = mismatch.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .map(String::valueOf)
                .collect(Collectors.joining("."));
        Class<?> wanted = mismatch.getTargetType();
        if (wanted != null && wanted.isEnum()) {
            Object sent = mismatch instanceof InvalidFormatException format ? format.getValue() : "";
            return new InvalidInput(field, "input.unknown-choice", shortened(sent), names(wanted));
        }
        String kind = wanted == String.class || wanted == Boolean.class ? wanted.getSimpleName() : "object";
        return new InvalidInput(field, "api.wrong-type." + kind);
    }

    private static String shortened(Object sent) {
        String text = String.valueOf(sent);
        return text.length() > QUOTED_LENGTH ? text.substring(0, QUOTED_LENGTH) + "…" : text;
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }
}
