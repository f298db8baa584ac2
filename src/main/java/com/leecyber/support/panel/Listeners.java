package com.leecyber.support.panel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages on this node that want to know when they are out of date. Nothing tells them: once a second, and only
 * while there are any, one query compares what they show with what there is. So registering costs nothing, and it does not
 * matter which node changed something.
 */
@Component
class Listeners {

    /** A browser has six connections to a desk at most, and forms need one, too. */
    private static final int PER_CUSTOMER = 5;

    private static final int ALL = 2_000;
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(5);
    /** Looks between two signs of life: who does not get them is gone. */
    private static final int QUIET_LOOKS = 15;

    private final Prints prints;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private int looks;

    Listeners(Prints prints) {
        this.prints = prints;
    }

    private static final class Listener {

        private final Watched page;
        private final SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
        private String seen;

        Listener(Watched page, String seen) {
            this.page = page;
            this.seen = seen;
        }
    }

    /**
     * Tells of every change from now on.
     *
     * @param seen the fingerprint of what the page shows
     * @return empty when there are too many already, or the desk goes down
     */
    Optional<SseEmitter> listen(Watched page, String seen) {
        long own = listeners.stream()
                .filter(other -> other.page.customerId() == page.customerId())
                .count();
        if (closed || own >= PER_CUSTOMER || listeners.size() >= ALL) {
            return Optional.empty();
        }
        Listener listener = new Listener(page, seen);
        listener.emitter.onCompletion(() -> listeners.remove(listener));
        listener.emitter.onError(failure -> listeners.remove(listener));
        // The browser comes again by itself.
        listener.emitter.onTimeout(listener.emitter::complete);
        // The first words make the browser see at once that it is heard.
        send(listener, SseEmitter.event().comment("listening").reconnectTime(RETRY.toMillis()));
        listeners.add(listener);
        return Optional.of(listener.emitter);
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        if (listeners.isEmpty()) {
            return;
        }
        Set<Watched> pages = listeners.stream().map(listener -> listener.page).collect(Collectors.toSet());
        Map<Watched, String> now = prints.of(pages);
        looks = (looks + 1) % QUIET_LOOKS;
        listeners.forEach(listener -> tell(listener, now.get(listener.page)));
    }

    /** A graceful stop waits for open requests: these would never end by themselves. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        listeners.forEach(listener -> listener.emitter.complete());
    }

    private void tell(Listener listener, String now) {
        // Who came after the query was asked is looked at next time.
        boolean changed = now != null && !now.equals(listener.seen);
        if (changed) {
            listener.seen = now;
            send(listener, SseEmitter.event().name("changed").data(now));
        } else if (looks == 0) {
            send(listener, SseEmitter.event().comment("still here"));
        }
    }

    private void send(Listener listener, SseEmitter.SseEventBuilder words) {
        try {
            listener.emitter.send(words);
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
        }
    }
}
