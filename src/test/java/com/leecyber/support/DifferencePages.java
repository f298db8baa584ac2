package com.leecyber.support;

import com.leecyber.support.difference.DiagramDifference;
import com.leecyber.support.difference.Difference;
import com.leecyber.support.difference.FileDifference;
import com.leecyber.support.difference.TableDifference;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Pages with one difference each, served under the content policy of the desk's own pages. */
final class DifferencePages implements AutoCloseable {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self' data:";
    private static final String WEBJAR = "META-INF/resources/webjars/bpmn-js/8.0.0/dist/";

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    DifferencePages() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Puts a page up and answers its address. */
    String page(String name, String before, String after, String language) {
        String html = render(Difference.between(name, bytes(before), bytes(after)), language);
        files.put("/" + name, html.getBytes(StandardCharsets.UTF_8));
        Optional.ofNullable(bytes(before)).ifPresent(content -> files.put("/" + name + "/before", content));
        Optional.ofNullable(bytes(after)).ifPresent(content -> files.put("/" + name + "/after", content));
        return "http://localhost:" + server.getAddress().getPort() + "/" + name;
    }

    static String render(FileDifference difference, String language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        String fragment = difference instanceof DiagramDifference
                ? "diagram"
                : difference instanceof TableDifference ? "table" : "text";
        return engine.process(
                "difference-page",
                new Context(
                        Locale.forLanguageTag(language),
                        Map.of("difference", difference, "fragment", fragment, "address", "/" + difference.name())));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] content = path.equals("/changes.css") || path.equals("/changes.js")
                ? resource("static" + path)
                : path.startsWith("/webjars/bpmn-js/dist/")
                        ? resource(WEBJAR + path.substring("/webjars/bpmn-js/dist/".length()))
                        : files.get(path);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("Content-Type", type(path));
        exchange.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : content.length);
        if (content != null) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private static String type(String path) {
        if (path.endsWith(".js")) {
            return "text/javascript; charset=utf-8";
        }
        if (path.endsWith(".css")) {
            return "text/css; charset=utf-8";
        }
        return path.endsWith("/before") || path.endsWith("/after")
                ? "application/xml; charset=utf-8"
                : "text/html; charset=utf-8";
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = DifferencePages.class.getClassLoader().getResourceAsStream(name)) {
            return resource == null ? null : resource.readAllBytes();
        }
    }

    static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
