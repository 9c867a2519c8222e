package io.sekisho.cli.incident;

import io.sekisho.engine.policy.Policy;
import io.sekisho.wire.policy.PolicyDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Policies that are wrong on purpose: the expectations must notice. */
final class PlantedPolicy {
    private PlantedPolicy() {}

    /** Gives every login, order and code the same outcome, and tells nobody. */
    static Policy alwaysAnswering(String outcome, Path folder) {
        try {
            Files.writeString(folder.resolve("policy.yaml"), """
                    format: 1
                    version: planted
                    timezone: Asia/Tokyo
                    currency: JPY
                    decides: [login.succeeded, order.created, order.visibility_changed, gift_code.issued]
                    bands: [{from: 0, level: low}]
                    """);
            Files.writeString(
                    folder.resolve("features.yaml"), "count: {aggregate: count, by: [account], window: 1h}\n");
            Files.writeString(
                    Files.createDirectories(folder.resolve("rules")).resolve("rules.yaml"), """
                    - id: planted
                      version: 1
                      on: [order.created]
                      status: live
                      when: f.count > 0
                      outcome: %s
                      score: 1
                      reason: {code: planted, en: Planted., ja: 試験用です。}
                    """.formatted(outcome));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        PolicyDirectory directory = PolicyDirectory.read(folder);
        return directory
                .policy()
                .orElseThrow(
                        () -> new IllegalStateException(directory.problems().toString()));
    }
}
