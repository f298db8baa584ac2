package com.leecyber.support.bench;

import com.leecyber.support.bench.Clone.Client;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Which ticket is cloned into which week: in the order of their registration, so that ids grow with time as a desk's do.
 *
 * <p>A clone happens whole weeks earlier or later than its template, and up to an hour earlier: weekends and nights stay quiet.
 */
final class Plan {

    private static final long WEEK = Duration.ofDays(7).toSeconds() * 1_000_000;
    private static final int JITTER = (int) Duration.ofHours(1).toMillis();
    /** As many templates as fit beside milliseconds of the epoch. */
    private static final int TEMPLATE_BITS = 12;

    private static final int OPEN_FOR_WEEKS = 4;

    private final List<Template> templates;
    private final List<Client> customers;
    private final long seed;
    private final long memory;
    private final long firstId;
    private final long now;
    private final long[] registrations;
    private long nextMessage;

    private Plan(
            List<Template> templates,
            List<Client> customers,
            Fillings wanted,
            long firstId,
            long firstMessage,
            long now,
            long[] sorted) {
        this.templates = templates;
        this.customers = customers;
        this.seed = wanted.seed();
        this.memory = wanted.memory().toSeconds() * 1_000_000;
        this.firstId = firstId;
        this.nextMessage = firstMessage;
        this.now = now;
        this.registrations = sorted;
    }

    static Plan of(
            List<Template> templates,
            List<Client> customers,
            Fillings wanted,
            long firstId,
            long firstMessage,
            Instant now) {
        if (templates.size() >= 1 << TEMPLATE_BITS) {
            throw new IllegalArgumentException("Too many templates: " + templates.size());
        }
        int[] closed = indexes(templates, true);
        int[] open = indexes(templates, false);
        long end = Moments.micros(now);
        long start = Moments.micros(now.minus(wanted.period()));
        Random random = new Random(wanted.seed());
        long[] sorted = new long[wanted.closed() + wanted.open()];
        for (int index = 0; index < sorted.length; index++) {
            boolean isClosed = index < wanted.closed();
            int[] choice = isClosed ? closed : open;
            int template = choice[random.nextInt(choice.length)];
            sorted[index] =
                    registration(templates.get(template), isClosed ? start : end - OPEN_FOR_WEEKS * WEEK, end, random)
                                    << TEMPLATE_BITS
                            | template;
        }
        Arrays.sort(sorted);
        return new Plan(templates, customers, wanted, firstId, firstMessage, end, sorted);
    }

    private static int[] indexes(List<Template> templates, boolean closed) {
        int[] indexes = java.util.stream.IntStream.range(0, templates.size())
                .filter(index -> templates.get(index).closed() == closed)
                .toArray();
        if (indexes.length == 0) {
            throw new IllegalStateException("No template is " + (closed ? "closed" : "open"));
        }
        return indexes;
    }

    /** In milliseconds. */
    private static long registration(Template template, long start, long end, Random random) {
        long earliest = -(template.registeredAt() - start) / WEEK;
        long latest = (end - template.lastAt()) / WEEK;
        long weeks = earliest + (long) (random.nextDouble() * (latest - earliest + 1));
        return (template.registeredAt() + weeks * WEEK) / 1000 - random.nextInt(JITTER);
    }

    int size() {
        return registrations.length;
    }

    Template template(int ordinal) {
        return templates.get((int) (registrations[ordinal] & (1 << TEMPLATE_BITS) - 1));
    }

    /** To be asked for in order. */
    Clone clone(int ordinal) {
        Template template = template(ordinal);
        long registered = (registrations[ordinal] >> TEMPLATE_BITS) * 1000 + template.registeredAt() % 1000;
        long shift = registered - template.registeredAt();
        SplittableRandom random = new SplittableRandom(seed * 31 + ordinal);
        double share = random.nextDouble();
        Client customer = customers.get((int) (customers.size() * share * share));
        long id = firstId + ordinal;
        int year = Moments.instant(registered).atZone(ZoneOffset.UTC).getYear();
        long firstMessage = nextMessage;
        nextMessage += template.messages();
        return new Clone(
                id,
                "SD-%d-%06d".formatted(year, id),
                shift,
                customer,
                random.nextInt(1 << 16),
                firstMessage,
                template.closed() && Math.min(template.forgottenAt(), template.lastAt() + memory) + shift > now);
    }
}
