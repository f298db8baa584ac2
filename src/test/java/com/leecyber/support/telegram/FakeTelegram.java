package com.leecyber.support.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A Bot API over HTTP for tests and for trying the bot by hand: news with offsets and long polling, messages, buttons, files,
 * and failures on demand. Whatever the bot says is there to be read, chat by chat.
 *
 * <p>By hand: {@code FakeTelegram <port>}, the desk with {@code support.telegram.api=http://localhost:<port>}, then
 *
 * <pre>
 * curl -X POST 'localhost:8391/control/say?chat=7&amp;text=Привет'
 * curl -X POST 'localhost:8391/control/press?chat=7&amp;button=Помощь'
 * curl -X POST 'localhost:8391/control/file?chat=7&amp;name=log.txt' --data-binary @log.txt
 * curl localhost:8391/control/chat/7
 * </pre>
 */
public class FakeTelegram implements AutoCloseable {

    /** What tests may configure; the fake itself takes any. */
    public static final String TOKEN = "4242:fake-token-of-the-tests";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-telegram");
        thread.setDaemon(true);
        return thread;
    });
    private final TreeMap<Long, ObjectNode> news = new TreeMap<>();
    private final Map<Long, List<Sent>> chats = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, Deque<Failure>> failures = new HashMap<>();
    private final List<String> answeredPresses = new ArrayList<>();
    private final List<JsonNode> bodies = new ArrayList<>();
    private long nextUpdate = 1000;
    private long nextMessage = 1;
    private long questions;
    private int polls;

    /** A server on that port; 0 takes a free one. */
    public FakeTelegram(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * One message of the bot.
     *
     * @param buttons their texts
     * @param presses what comes back when they are pressed, in the same order
     */
    public record Sent(long id, String text, List<String> buttons, List<String> presses) {}

    /**
     * What a call gets instead of its answer.
     *
     * @param code of HTTP; 0 drops the connection, before or after the call is done
     * @param done whether the call takes effect all the same
     */
    public record Failure(int code, String body, boolean done) {

        /** Refuses as the Bot API does. */
        public static Failure of(int code, String description) {
            return new Failure(
                    code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}", false);
        }

        /** Wants silence for some seconds. */
        public static Failure tooMany(int seconds) {
            return new Failure(
                    429,
                    "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after " + seconds
                            + "\",\"parameters\":{\"retry_after\":" + seconds + "}}",
                    false);
        }

        /** Takes the call and drops the connection before answering. */
        public static Failure dropped(boolean done) {
            return new Failure(0, "", done);
        }
    }

    /** The address to configure as {@code support.telegram.api}. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Starts one to try the bot by hand. */
    public static void main(String[] arguments) {
        FakeTelegram telegram = new FakeTelegram(arguments.length == 0 ? 8391 : Integer.parseInt(arguments[0]));
        System.out.println("A Bot API answers at " + telegram.url());
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            telegram.close();
        }
    }

    // What people do.

    /** Somebody types something in their private chat with the bot. */
    public synchronized long say(long chat, String text) {
        return push(message(chat, message -> message.put("text", text)));
    }

    /** Somebody answers an earlier message of the bot. */
    public synchronized long answer(long chat, Sent answered, String text) {
        return push(message(chat, message -> {
            message.put("text", text);
            ObjectNode earlier = message.putObject("reply_to_message");
            earlier.put("message_id", answered.id()).put("text", answered.text());
            earlier.putObject("from").put("id", 4242).put("is_bot", true);
        }));
    }

    /** Somebody presses the latest button with that text. */
    public synchronized long press(long chat, String button) {
        List<Sent> said = transcript(chat);
        for (int i = said.size() - 1; i >= 0; i--) {
            int place = said.get(i).buttons().indexOf(button);
            if (place >= 0) {
                return pressData(chat, said.get(i).presses().get(place));
            }
        }
        throw new IllegalArgumentException("No button «" + button + "» in chat " + chat + ": " + said);
    }

    /** Presses whatever button has that data, be it ever so old. */
    public synchronized long pressData(long chat, String data) {
        ObjectNode update = JSON.createObjectNode();
        ObjectNode query = update.putObject("callback_query");
        query.put("id", "press-" + nextUpdate).put("data", data).set("from", person(chat));
        query.putObject("message").put("message_id", nextMessage).set("chat", privateChat(chat));
        return push(update);
    }

    /** Somebody sends a file. */
    public synchronized long sendFile(long chat, String name, byte[] content, String caption, String album) {
        String id = keepFile(content);
        return push(message(chat, message -> {
            message.putObject("document")
                    .put("file_id", id)
                    .put("file_name", name)
                    .put("file_size", content.length);
            captioned(message, caption, album);
        }));
    }

    /** A file that lies there, to be named in a message of one's own making. */
    public synchronized String keepFile(byte[] content) {
        String id = "file-" + (files.size() + 1);
        files.put(id, content);
        return id;
    }

    /** Somebody sends a picture, which Telegram offers in two sizes. */
    public synchronized long sendPhoto(long chat, byte[] content, String caption, String album) {
        String id = "photo-" + (files.size() + 1);
        files.put(id, content);
        files.put(id + "-small", new byte[] {1});
        return push(message(chat, message -> {
            ArrayNode sizes = message.putArray("photo");
            sizes.addObject().put("file_id", id + "-small").put("file_size", 1);
            sizes.addObject().put("file_id", id).put("file_size", content.length);
            captioned(message, caption, album);
        }));
    }

    /** Somebody changes the message that they wrote as that update. */
    public synchronized long edit(long chat, long messageId, String text) {
        ObjectNode update = JSON.createObjectNode();
        ObjectNode message = update.putObject("edited_message");
        message.put("message_id", messageId).put("date", 1_764_000_000).put("text", text);
        message.set("chat", privateChat(chat));
        message.set("from", person(chat));
        return push(update);
    }

    /** Somebody blocks the bot. */
    public synchronized long block(long chat) {
        ObjectNode update = JSON.createObjectNode();
        ObjectNode member = update.putObject("my_chat_member");
        member.set("chat", privateChat(chat));
        member.set("from", person(chat));
        member.putObject("new_chat_member").put("status", "kicked");
        return push(update);
    }

    /** A message in a private chat with whatever else it has; comes with the next news. */
    public synchronized long push(long chat, Consumer<ObjectNode> content) {
        return push(message(chat, content));
    }

    /** News as it is; gets the next number unless it has one. */
    public synchronized long push(ObjectNode update) {
        if (!update.has("update_id")) {
            update.put("update_id", nextUpdate++);
        }
        long id = update.get("update_id").asLong();
        news.put(id, update);
        notifyAll();
        return id;
    }

    // What tests ask.

    /** Everything that the bot said in a chat, oldest first. */
    public synchronized List<Sent> transcript(long chat) {
        return List.copyOf(chats.getOrDefault(chat, List.of()));
    }

    /** The last thing that it said there. */
    public synchronized Sent last(long chat) {
        List<Sent> said = transcript(chat);
        return said.get(said.size() - 1);
    }

    /** The next calls of that method fail, in this order. */
    public synchronized void failNext(String method, Failure... next) {
        failures.computeIfAbsent(method.toLowerCase(Locale.ROOT), first -> new ArrayDeque<>())
                .addAll(List.of(next));
    }

    /** News that waits for the bot, to be sent again. */
    public synchronized ObjectNode news(long update) {
        return news.get(update).deepCopy();
    }

    /** All news that wait for the bot, in order. */
    public synchronized List<JsonNode> news() {
        return news.values().stream().<JsonNode>map(ObjectNode::deepCopy).toList();
    }

    /** Whether calls of that method are still to fail. */
    public synchronized boolean hasFailuresFor(String method) {
        return !failures.getOrDefault(method.toLowerCase(Locale.ROOT), new ArrayDeque<>())
                .isEmpty();
    }

    /** Whether there is news that the bot has not confirmed. */
    public synchronized boolean hasUnconfirmedNews() {
        return !news.isEmpty();
    }

    /** How often news were asked for. */
    public synchronized int polls() {
        return polls;
    }

    /** The presses whose button stopped waiting, with the word that was shown. */
    public synchronized List<String> answeredPresses() {
        return List.copyOf(answeredPresses);
    }

    /** The bodies of all messages as the bot sent them. */
    public synchronized List<JsonNode> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    // What happens underneath.

    private static void captioned(ObjectNode message, String caption, String album) {
        if (caption != null) {
            message.put("caption", caption);
        }
        if (album != null) {
            message.put("media_group_id", album);
        }
    }

    private ObjectNode message(long chat, Consumer<ObjectNode> content) {
        ObjectNode update = JSON.createObjectNode();
        ObjectNode message = update.putObject("message");
        message.put("message_id", nextMessage++).put("date", 1_764_000_000);
        message.set("chat", privateChat(chat));
        message.set("from", person(chat));
        content.accept(message);
        return update;
    }

    private static ObjectNode privateChat(long chat) {
        return JSON.createObjectNode().put("id", chat).put("type", "private");
    }

    private static ObjectNode person(long chat) {
        return JSON.createObjectNode()
                .put("id", chat)
                .put("is_bot", false)
                .put("first_name", "Somebody")
                .put("language_code", chat % 2 == 0 ? "en" : "ru");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/control/")) {
                control(exchange, path);
            } else if (path.startsWith("/file/bot")) {
                file(exchange, path.substring(path.lastIndexOf('/') + 1));
            } else {
                byte[] body = exchange.getRequestBody().readAllBytes();
                call(exchange, path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT), body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void call(HttpExchange exchange, String method, byte[] body) throws IOException, InterruptedException {
        JsonNode parameters = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        Failure failure = failure(method);
        if (failure != null) {
            if (failure.done()) {
                result(method, parameters);
            }
            if (failure.code() > 0) {
                send(exchange, failure.code(), failure.body().getBytes(StandardCharsets.UTF_8));
            }
            return;
        }
        ObjectNode answer = result(method, parameters);
        send(
                exchange,
                answer.get("ok").asBoolean() ? 200 : answer.get("error_code").asInt(),
                JSON.writeValueAsBytes(answer));
    }

    private synchronized Failure failure(String method) {
        Deque<Failure> next = failures.get(method);
        return next == null ? null : next.poll();
    }

    private synchronized ObjectNode result(String method, JsonNode parameters) throws InterruptedException {
        ObjectNode answer = JSON.createObjectNode().put("ok", true);
        switch (method) {
            case "getupdates" -> {
                return updates(parameters);
            }
            case "sendmessage" -> answer.set("result", sent(parameters));
            case "answercallbackquery" -> {
                answeredPresses.add(parameters.path("callback_query_id").asText() + " "
                        + parameters.path("text").asText());
                answer.put("result", true);
            }
            case "getfile" -> {
                String id = parameters.path("file_id").asText();
                if (!files.containsKey(id)) {
                    return refusal(400, "Bad Request: wrong file_id");
                }
                answer.putObject("result")
                        .put("file_id", id)
                        .put("file_unique_id", id)
                        .put("file_path", "documents/" + id);
            }
            case "deletewebhook", "setmycommands" -> answer.put("result", true);
            default -> {
                return refusal(404, "Not Found");
            }
        }
        return answer;
    }

    private ObjectNode sent(JsonNode parameters) {
        bodies.add(parameters);
        long chat = parameters.path("chat_id").asLong();
        List<String> texts = new ArrayList<>();
        List<String> presses = new ArrayList<>();
        parameters
                .at("/reply_markup/inline_keyboard")
                .forEach(row -> row.forEach(button -> {
                    texts.add(button.path("text").asText());
                    presses.add(button.path("callback_data").asText());
                }));
        Sent message = new Sent(nextMessage++, parameters.path("text").asText(), texts, presses);
        chats.computeIfAbsent(chat, first -> new ArrayList<>()).add(message);
        ObjectNode result =
                JSON.createObjectNode().put("message_id", message.id()).put("date", 1_764_000_000);
        result.set("chat", privateChat(chat));
        return result.put("text", message.text());
    }

    /** Only one may wait at a time: as with the real one, whoever comes later is served. */
    private ObjectNode updates(JsonNode parameters) throws InterruptedException {
        polls++;
        if (parameters.has("offset")) {
            news.headMap(parameters.get("offset").asLong(), false).clear();
        }
        long question = ++questions;
        notifyAll();
        long end = System.nanoTime()
                + Duration.ofSeconds(parameters.path("timeout").asLong()).toNanos();
        while (news.isEmpty() && question == questions && end - System.nanoTime() > 0) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        if (question != questions) {
            return refusal(409, "Conflict: terminated by other getUpdates request");
        }
        ObjectNode answer = JSON.createObjectNode().put("ok", true);
        ArrayNode result = answer.putArray("result");
        news.values().stream()
                .limit(parameters.path("limit").asLong(100))
                .forEach(update -> result.add(update.deepCopy()));
        return answer;
    }

    private static ObjectNode refusal(int code, String description) {
        return JSON.createObjectNode().put("ok", false).put("error_code", code).put("description", description);
    }

    private void file(HttpExchange exchange, String id) throws IOException {
        Failure failure = failure("file");
        byte[] content;
        synchronized (this) {
            content = files.get(id);
        }
        if (failure == null && content != null) {
            send(exchange, 200, content);
        } else if (failure == null || failure.code() > 0) {
            send(exchange, failure == null ? 404 : failure.code(), new byte[0]);
        }
    }

    private void control(HttpExchange exchange, String path) throws IOException {
        Map<String, String> query = query(exchange);
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            long chat = path.startsWith("/control/chat/")
                    ? Long.parseLong(path.substring("/control/chat/".length()))
                    : Long.parseLong(query.getOrDefault("chat", "1"));
            switch (path) {
                case "/control/say" -> say(chat, query.get("text"));
                case "/control/press" -> press(chat, query.get("button"));
                case "/control/file" -> sendFile(chat, query.get("name"), body, query.get("caption"), null);
                case "/control/block" -> block(chat);
                default -> {}
            }
            send(exchange, 200, readable(transcript(chat)).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            send(exchange, 400, (e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String readable(List<Sent> said) throws JsonProcessingException {
        StringBuilder text = new StringBuilder();
        said.forEach(message -> {
            text.append("-- ")
                    .append(message.id())
                    .append('\n')
                    .append(message.text())
                    .append('\n');
            message.buttons()
                    .forEach(button -> text.append("   [").append(button).append("]\n"));
        });
        return text.toString();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> values = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static void send(HttpExchange exchange, int code, byte[] body) throws IOException {
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
