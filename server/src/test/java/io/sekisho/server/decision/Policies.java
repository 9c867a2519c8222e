package io.sekisho.server.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Policies that tests write down. */
final class Policies {

    private static final String RULE = """
            - {id: %s, on: [order.created], when: '%s', outcome: deny, score: 50, reason: {code: a, en: a, ja: a}}
            """;

    private Policies() {}

    /** One gift order of an account in an hour, and none from a device that is on the list. */
    static Path oneGift(Path folder) {
        return write(
                folder,
                "one-1",
                RULE.formatted("second", "f.gifts >= 2")
                        + RULE.formatted("blocked", "in_list(\"blocked\", data.device_id)"));
    }

    /** Denies every order. */
    static Path nothing(Path folder) {
        return write(
                folder,
                "nothing-1",
                RULE.formatted("all", "true") + RULE.formatted("blocked", "in_list(\"blocked\", data.device_id)"));
    }

    private static Path write(Path folder, String version, String rules) {
        try {
            Files.createDirectories(folder.resolve("rules"));
            Files.createDirectories(folder.resolve("lists"));
            Files.writeString(folder.resolve("policy.yaml"), """
                    format: 1
                    version: %s
                    decides: [order.created, login.succeeded]
                    """.formatted(version));
            Files.writeString(folder.resolve("features.yaml"), """
                    gifts: {aggregate: count, on: [order.created], where: gift_amount() > 0, by: [account], window: 1h}
                    """);
            Files.writeString(folder.resolve("rules/all.yaml"), rules);
            Files.writeString(folder.resolve("lists/blocked.csv"), "value,expires,author,note\nbad-device,,me,\n");
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
