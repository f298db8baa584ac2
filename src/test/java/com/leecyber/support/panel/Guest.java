package com.leecyber.support.panel;

import com.leecyber.support.Visitor;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer in the panel, who fills its forms in as a browser without scripts does. */
final class Guest {

    private static final String BOUNDARY = "guest-boundary";
    private static final Pattern NUMBER = Pattern.compile("/panel/tickets/(SD-\\d{4}-\\d{6,})");

    private final Visitor visitor;
    private final String csrf;

    private Guest(Visitor visitor) {
        this.visitor = visitor;
        this.csrf = visitor.csrf("/panel/preferences");
    }

    static Guest signedIn(int port, String customer) {
        Visitor visitor = Visitor.anonymous(port);
        visitor.panelSignIn(customer);
        return new Guest(visitor);
    }

    /** A form as it is filled in: texts by field, and files by name. */
    static final class Form {

        private final Map<String, String> texts = new LinkedHashMap<>();
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

        static Form problem() {
            return new Form()
                    .with("form", UUID.randomUUID().toString())
                    .with("service", "docs")
                    .with("subject", "Документ не открывается")
                    .with("description", "Белая страница")
                    .with("steps", "Открыть документ")
                    .with("expected", "Документ")
                    .with("actual", "Белая страница");
        }

        static Form reply(String text) {
            return new Form().with("form", UUID.randomUUID().toString()).with("text", text);
        }

        Form with(String field, String text) {
            texts.put(field, text);
            return this;
        }

        Form file(String name, byte[] content) {
            return part("files\"; filename=\"" + name, content);
        }

        /** A file that an earlier try had brought. */
        Form upload(String key) {
            return part("upload", key.getBytes(StandardCharsets.UTF_8));
        }

        private Form part(String head, byte[] content) {
            write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + head + "\"\r\n\r\n");
            parts.writeBytes(content);
            write("\r\n");
            return this;
        }

        private void write(String text) {
            parts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        private byte[] bytes(String csrf) {
            Form all = new Form();
            all.part("_csrf", csrf.getBytes(StandardCharsets.UTF_8));
            texts.forEach((field, text) -> all.part(field, text.getBytes(StandardCharsets.UTF_8)));
            all.parts.writeBytes(parts.toByteArray());
            all.write("--" + BOUNDARY + "--\r\n");
            return all.parts.toByteArray();
        }
    }

    Visitor visitor() {
        return visitor;
    }

    HttpResponse<String> get(String path) {
        return visitor.get(path);
    }

    HttpResponse<String> send(String path, Form form) {
        return send(path, form, csrf);
    }

    HttpResponse<String> send(String path, Form form, String token) {
        return visitor.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(form.bytes(token)),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    /** A form with nothing but its button. */
    HttpResponse<String> press(String path, String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "_csrf";
        all[fields.length + 1] = csrf;
        return visitor.form(path, all);
    }

    HttpResponse<String> register(Form form) {
        return send("/panel/tickets?type=PROBLEM", form);
    }

    /** The number of the ticket that an answer leads to. */
    static String number(HttpResponse<String> answer) {
        Matcher number = NUMBER.matcher(answer.headers().firstValue("Location").orElse(""));
        if (!number.find()) {
            throw new AssertionError("No ticket: " + answer.statusCode() + " " + answer.body());
        }
        return number.group(1);
    }

    /** Registers a problem, and looks at it as a browser does. */
    String registered() {
        String number = number(register(Form.problem()));
        get(at(number));
        return number;
    }

    static String at(String number) {
        return "/panel/tickets/" + number;
    }
}
