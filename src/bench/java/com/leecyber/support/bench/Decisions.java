package com.leecyber.support.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What people fill in at each step, by chance. */
final class Decisions {

    private final Chance chance;

    Decisions(Chance chance) {
        this.chance = chance;
    }

    /**
     * A form that the step accepts.
     *
     * @param last whether the ticket has wandered enough
     */
    Map<String, Object> at(String step, String type, Instant now, boolean last) {
        return switch (step) {
            case "Task_Triage" -> triage(type, last);
            case "Task_Diagnose" -> diagnosis(now, last);
            case "Task_RepairHardware" -> Map.of("text", "Диск заменён, данные целы.");
            default -> firstLine(last);
        };
    }

    private Map<String, Object> triage(String type, boolean last) {
        Map<String, Object> form = new HashMap<>();
        form.put(
                "outcome",
                last ? "ANSWER" : chance.weighted("ANSWER", 30, "TAKE", 36, "ASK", 12, "ESCALATE", 17, "OUTSIDE", 5));
        form.put("type", chance.of(0.08) ? chance.any("QUESTION", "PROBLEM", "LIMITS", "CLAIM") : type);
        form.put("affected", chance.any("PLATFORM", "KEY_PROCESS", "MODULE", "MODULE", "OTHER"));
        form.put("scope", chance.any("ALL_USERS", "SEVERAL_USERS", "ONE_USER", "ONE_USER"));
        form.put("effect", chance.any("UNAVAILABLE", "DEGRADED", "MINOR", "MINOR", "NONE"));
        form.put("dataLoss", chance.of(0.03));
        form.put("workaround", chance.of(0.6));
        form.put("priority", chance.weighted("P1", 6, "P2", 34, "P3", 60));
        form.put("priorityReason", "Так решила смена: у клиента сегодня сдача отчётности.");
        form.put("text", "Здравствуйте! Мы посмотрели на ваше обращение и пишем, что делать дальше.");
        form.put("exclusion", exclusion());
        return form;
    }

    private Map<String, Object> firstLine(boolean last) {
        return Map.of(
                "outcome",
                last ? "SOLVED" : chance.weighted("SOLVED", 70, "ASK", 12, "ESCALATE", 14, "OUTSIDE", 4),
                "limitsDecision",
                chance.any("GRANTED", "REFUSED"),
                "exclusion",
                exclusion(),
                "text",
                "Мы перезапустили службу, документы снова открываются.");
    }

    private Map<String, Object> diagnosis(Instant now, boolean last) {
        return Map.of(
                "outcome",
                        last
                                ? "FIXED"
                                : chance.weighted(
                                        "FIXED",
                                        54,
                                        "NEXT_RELEASE",
                                        12,
                                        "HARDWARE",
                                        9,
                                        "ASK",
                                        10,
                                        "RETURN",
                                        8,
                                        "OUTSIDE",
                                        7),
                "release", "7.%d.%d".formatted(now.getEpochSecond() / 86_400, chance.below(1_000_000)),
                "detectedAt", now.minus(Duration.ofMinutes(chance.below(90))).toString(),
                "exclusion", exclusion(),
                "text", "Нашли причину в обработке больших файлов.");
    }

    private String exclusion() {
        return chance.weighted(
                "CUSTOMER_SIDE", 50, "THIRD_PARTY", 25, "STOLEN_ACCOUNT", 10, "OFFER_BREACH", 10, "FORCE_MAJEURE", 5);
    }
}
