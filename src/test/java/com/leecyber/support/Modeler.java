package com.leecyber.support;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Camunda Modeler's Deploy dialog, call by call and header by header as in its open source (CamundaAPI.js, RestAPI.js of
 * version 5): an Electron page, so every call has the origin {@code file://}.
 */
public class Modeler {

    private static final String BOUNDARY = "----WebKitFormBoundaryK3vY0aWvZ1pXcR9q";

    private final Visitor visitor;

    private Modeler(int port) {
        visitor = Visitor.anonymous(port)
                .with("Accept", "application/json")
                .with("Origin", "file://")
                .with("Sec-Fetch-Site", "cross-site")
                .with("Sec-Fetch-Mode", "cors");
    }

    /** While an address is typed, Modeler asks without a sign-in. */
    public static Modeler withoutSignIn(int port) {
        return new Modeler(port);
    }

    /** HTTP Basic, as {@code window.btoa} encodes it. */
    public static Modeler signedIn(int port, String user, String password) {
        Modeler modeler = new Modeler(port);
        String credentials = user + ":" + password;
        modeler.visitor.with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.ISO_8859_1)));
        return modeler;
    }

    /** With a token instead of a password. */
    public static Modeler withToken(int port, String token) {
        Modeler modeler = new Modeler(port);
        modeler.visitor.with("Authorization", "Bearer " + token);
        return modeler;
    }

    public HttpResponse<String> checkConnection() {
        return visitor.get("/engine-rest/deployment?maxResults=0");
    }

    public HttpResponse<String> version() {
        return visitor.get("/engine-rest/version");
    }

    public HttpResponse<String> pages() {
        return visitor.get("/.well-known/camunda-automation-platform/webapps");
    }

    /** What Modeler does not call. */
    public HttpResponse<String> call(String method, String path) {
        return visitor.send(method, path, BodyPublishers.noBody());
    }

    /** Deploys the opened file, and the files chosen beside it. */
    public HttpResponse<String> deploy(
            String deploymentName, String file, byte[] content, Map<String, byte[]> attachments) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        field(form, "deployment-name", deploymentName);
        field(form, "deployment-source", "Camunda Modeler");
        field(form, "enable-duplicate-filtering", "true");
        part(form, file, "text/xml", content);
        attachments.forEach((name, bytes) -> part(form, name, "application/octet-stream", bytes));
        write(form, "--" + BOUNDARY + "--\r\n");
        return visitor.send(
                "POST",
                "/engine-rest/deployment/create",
                BodyPublishers.ofByteArray(form.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    public HttpResponse<String> deploy(String deploymentName, String file, byte[] content) {
        return deploy(deploymentName, file, content, Map.of());
    }

    private static void field(ByteArrayOutputStream form, String name, String value) {
        write(
                form,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static void part(ByteArrayOutputStream form, String name, String type, byte[] content) {
        write(
                form,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        form.writeBytes(content);
        write(form, "\r\n");
    }

    private static void write(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
