package io.sekisho.wire.policy;

import io.sekisho.engine.feature.Aggregate;
import io.sekisho.engine.feature.FeatureDefinition;
import io.sekisho.engine.feature.KeyKind;
import io.sekisho.engine.feature.Window;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.problem.Suggestion;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads features.yaml. */
final class FeaturesFile {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private FeaturesFile() {}

    /**
     * What the file declares.
     *
     * @param broken names of features with problems of their own
     */
    record Content(List<FeatureDefinition> sound, Set<String> broken) {
        static final Content NONE = new Content(List.of(), Set.of());
    }

    static Content read(YamlMapping file) {
        List<FeatureDefinition> features = new ArrayList<>();
        Set<String> broken = new TreeSet<>();
        file.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                file.keyProblem(
                        name,
                        "name_invalid",
                        "'" + name + "': a feature's name begins with a small letter and has small letters, digits and"
                                + " underscores.");
            }
            value.mapping()
                    .flatMap(mapping -> feature(name, mapping))
                    .ifPresentOrElse(features::add, () -> broken.add(name));
        });
        return new Content(features, broken);
    }

    private static Optional<FeatureDefinition> feature(String name, YamlMapping mapping) {
        Optional<Aggregate> aggregate = mapping.required("aggregate").flatMap(FeaturesFile::aggregate);
        List<Sourced> on = PolicyFile.texts(mapping, "on");
        Optional<Sourced> where = mapping.expression("where");
        Optional<Sourced> of = mapping.expression("of");
        List<KeyKind> by = keys(mapping);
        Optional<Window> window = mapping.required("window").flatMap(FeaturesFile::window);
        boolean includesCurrent =
                mapping.value("current").map(FeaturesFile::includesCurrent).orElse(true);
        Optional<String> currency = mapping.value("currency").flatMap(PolicyFile::currencyOf);
        mapping.finish();
        if (aggregate.isEmpty() || by.isEmpty() || window.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FeatureDefinition(
                name,
                mapping.origin(),
                aggregate.get(),
                on,
                where.orElse(null),
                of.orElse(null),
                by,
                window.get(),
                includesCurrent,
                currency.orElse(null)));
    }

    private static List<KeyKind> keys(YamlMapping mapping) {
        Optional<YamlValue> value = mapping.required("by");
        List<KeyKind> keys = new ArrayList<>();
        List<YamlValue> elements = value.map(YamlValue::elements).orElse(List.of());
        elements.forEach(element -> key(element).ifPresent(keys::add));
        boolean isRightNumber = elements.size() == 1 || elements.size() == 2;
        boolean isTwice = keys.size() == 2 && keys.get(0) == keys.get(1);
        if (value.isPresent() && (!isRightNumber || isTwice)) {
            value.get()
                    .problem(
                            "keys_number", "A feature has one key or two different ones, as in by: [account, device].");
            return List.of();
        }
        return keys.size() == elements.size() ? keys : List.of();
    }

    private static Optional<KeyKind> key(YamlValue value) {
        Optional<Sourced> word = value.text();
        Optional<KeyKind> key = word.flatMap(text -> KeyKind.named(text.text()));
        if (word.isPresent() && key.isEmpty()) {
            List<String> known =
                    Arrays.stream(KeyKind.values()).map(KeyKind::word).toList();
            value.problem(
                    "key_unknown",
                    "There is no key '" + word.get().text() + "'; known are " + String.join(", ", known) + "."
                            + Suggestion.forWord(word.get().text(), known));
        }
        return key;
    }

    private static Optional<Aggregate> aggregate(YamlValue value) {
        Optional<Sourced> word = value.text();
        Optional<Aggregate> aggregate = word.flatMap(text -> Aggregate.named(text.text()));
        if (word.isPresent() && aggregate.isEmpty()) {
            List<String> known =
                    Arrays.stream(Aggregate.values()).map(Aggregate::word).toList();
            value.problem(
                    "aggregate_unknown",
                    "There is no aggregate '" + word.get().text() + "'; known are " + String.join(", ", known) + "."
                            + Suggestion.forWord(word.get().text(), known));
        }
        return aggregate;
    }

    private static Optional<Window> window(YamlValue value) {
        Optional<Window> window = value.text().flatMap(text -> Window.parse(text.text()));
        if (window.isEmpty()) {
            value.problem("window_invalid", "A window goes from 1m to 180d, as <n>s, m, h or d, or is 'ever'.");
        }
        return window;
    }

    private static boolean includesCurrent(YamlValue value) {
        String word = value.text().map(Sourced::text).orElse("");
        if (!word.equals("include") && !word.equals("exclude")) {
            value.problem("current_unknown", "'current' is include or exclude.");
        }
        return !word.equals("exclude");
    }
}
