package com.leecyber.support.security;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords by address: whoever guesses waits, and nobody else can be locked out of the desk by it.
 *
 * <p>Kept in memory, for each node by itself and for a bounded number of addresses.
 */
@Component
public class SignInAttempts {

    private static final int ADDRESSES = 10_000;

    private final SignInSettings settings;
    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES;
        }
    };

    SignInAttempts(SignInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Too many wrong passwords came from this address; the next one is not even looked at. */
    public static class TooMany extends AuthenticationException {

        TooMany() {
            super("Too many wrong passwords from this address");
        }
    }

    /**
     * Before a password is looked at.
     *
     * @throws TooMany when that address has to wait
     */
    public synchronized void check(String address) {
        Deque<Instant> recent = failures.getOrDefault(address, new ArrayDeque<>());
        Instant oldest = clock.instant().minus(settings.window());
        recent.removeIf(failure -> failure.isBefore(oldest));
        if (recent.size() >= settings.failures()) {
            throw new TooMany();
        }
    }

    /** A wrong password came from there. */
    public synchronized void failed(String address) {
        failures.computeIfAbsent(address, first -> new ArrayDeque<>()).add(clock.instant());
    }
}
