package io.sekisho.wire.policy;

import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.problem.Suggestion;
import io.sekisho.engine.rule.ActionTarget;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.RuleDefinition;
import io.sekisho.engine.rule.RuleDefinition.Asked;
import io.sekisho.engine.rule.RuleDefinition.Cap;
import io.sekisho.engine.rule.RuleDefinition.Example;
import io.sekisho.engine.rule.RuleDefinition.Hold;
import io.sekisho.engine.rule.RuleDefinition.Reason;
import io.sekisho.engine.rule.RuleDefinition.Required;
import io.sekisho.engine.rule.RuleDefinition.Status;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the rules of one file of rules/. */
final class RulesFile {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final List<String> METHODS = List.of("sms", "totp", "app", "passkey", "email", "callback", "3ds");
    private static final List<String> ENDS = List.of("owner_confirmed", "reviewed");
    private static final int HIGHEST_SCORE = 100;

    private RulesFile() {}

    static Optional<RuleDefinition> read(YamlValue value) {
        return value.mapping().flatMap(RulesFile::read);
    }

    private static Optional<RuleDefinition> read(YamlMapping mapping) {
        Optional<Sourced> id = mapping.required("id").flatMap(RulesFile::id);
        Optional<Sourced> when = mapping.required("when").flatMap(YamlValue::expression);
        Optional<Reason> reason =
                mapping.required("reason").flatMap(YamlValue::mapping).flatMap(RulesFile::reason);
        mapping.required("on");
        RuleDefinition rule = new RuleDefinition(
                id.map(Sourced::text).orElse(""),
                version(mapping),
                mapping.origin(),
                PolicyFile.texts(mapping, "on"),
                status(mapping),
                when.orElse(Sourced.of("false")),
                hitsOnUnknown(mapping),
                mapping.value("outcome").flatMap(PolicyFile::outcome).orElse(Outcome.ALLOW),
                score(mapping),
                reason.orElse(new Reason("", "", "")),
                mapping.mapping("required").flatMap(RulesFile::required).orElse(null),
                mapping.mapping("hold").flatMap(RulesFile::hold).orElse(null),
                mapping.mapping("release").flatMap(RulesFile::releaseDelay).orElse(null),
                actions(mapping),
                PolicyFile.texts(mapping, "exempts"),
                mapping.mapping("cap").flatMap(RulesFile::cap).orElse(null),
                tests(mapping));
        mapping.finish();
        // What is missing was reported; the rest of the rule is checked nevertheless.
        return id.map(known -> rule);
    }

    private static Optional<Sourced> id(YamlValue value) {
        Optional<Sourced> id = value.text();
        if (id.isPresent() && !ID.matcher(id.get().text()).matches()) {
            value.problem("name_invalid", "A rule's id has small letters, digits and hyphens, as in gift-burst.");
        }
        return id;
    }

    private static int version(YamlMapping mapping) {
        Optional<YamlValue> value = mapping.value("version");
        long version = value.flatMap(YamlValue::whole).orElse(1L);
        if (version < 1 || version > 1_000_000) {
            value.ifPresent(where -> where.problem("out_of_range", "A version is a whole number from 1."));
        }
        return (int) version;
    }

    private static Status status(YamlMapping mapping) {
        Optional<YamlValue> value = mapping.value("status");
        String word = value.flatMap(YamlValue::text).map(Sourced::text).orElse("live");
        for (Status status : Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(word)) {
                return status;
            }
        }
        value.ifPresent(where -> where.problem("status_unknown", "A rule's status is live, shadow or off."));
        return Status.OFF;
    }

    private static boolean hitsOnUnknown(YamlMapping mapping) {
        Optional<YamlValue> value = mapping.value("unknown");
        String word = value.flatMap(YamlValue::text).map(Sourced::text).orElse("ignore");
        if (!word.equals("ignore") && !word.equals("hit")) {
            value.ifPresent(where -> where.problem("unknown_unknown", "'unknown' is ignore or hit."));
        }
        return word.equals("hit");
    }

    private static int score(YamlMapping mapping) {
        Optional<YamlValue> value = mapping.value("score");
        long score = value.flatMap(YamlValue::whole).orElse(0L);
        if (score < 0 || score > HIGHEST_SCORE) {
            value.ifPresent(where -> where.problem("out_of_range", "A rule's score goes from 0 to 100."));
        }
        return Math.clamp(score, 0, HIGHEST_SCORE);
    }

    private static Optional<Reason> reason(YamlMapping mapping) {
        Optional<Sourced> code = mapping.requiredText("code");
        Optional<Sourced> english = mapping.requiredText("en");
        Optional<Sourced> japanese = mapping.requiredText("ja");
        mapping.finish();
        if (code.isEmpty() || english.isEmpty() || japanese.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reason(
                code.get().text(), english.get().text(), japanese.get().text()));
    }

    private static Optional<Required> required(YamlMapping mapping) {
        mapping.required("methods");
        List<String> methods = words(mapping, "methods", METHODS);
        Optional<Long> within = mapping.required("within").flatMap(PolicyFile::spanOf);
        mapping.finish();
        return within.map(span -> new Required(methods, span));
    }

    private static Optional<Hold> hold(YamlMapping mapping) {
        Optional<Long> span = mapping.required("for").flatMap(PolicyFile::spanOf);
        List<String> ends = mapping.value("release_on").isPresent() ? words(mapping, "release_on", ENDS) : ENDS;
        Optional<YamlValue> expiry = mapping.value("on_expiry");
        String word = expiry.flatMap(YamlValue::text).map(Sourced::text).orElse("cancel");
        if (!word.equals("cancel") && !word.equals("release")) {
            expiry.ifPresent(value -> value.problem("expiry_unknown", "'on_expiry' is release or cancel."));
        }
        mapping.finish();
        return span.map(length -> new Hold(length, ends, !word.equals("release")));
    }

    private static Optional<Long> releaseDelay(YamlMapping mapping) {
        Optional<Long> delay = mapping.required("not_before").flatMap(PolicyFile::spanOf);
        mapping.finish();
        return delay;
    }

    private static Optional<Cap> cap(YamlMapping mapping) {
        Optional<Long> sum = mapping.required("sum").flatMap(YamlValue::whole);
        Optional<Long> window = mapping.required("window").flatMap(PolicyFile::spanOf);
        mapping.finish();
        return sum.flatMap(most -> window.map(span -> new Cap(most, span)));
    }

    private static List<Asked> actions(YamlMapping rule) {
        List<Asked> actions = new ArrayList<>();
        for (YamlValue element : rule.elements("actions")) {
            element.mapping().flatMap(RulesFile::action).ifPresent(actions::add);
        }
        return actions;
    }

    private static Optional<Asked> action(YamlMapping mapping) {
        Optional<YamlValue> word = mapping.required("do");
        List<String> verbs =
                Arrays.stream(ActionVerb.values()).map(ActionVerb::word).toList();
        Optional<ActionVerb> verb =
                word.flatMap(value -> known(value, verbs, "action").flatMap(ActionVerb::named));
        List<String> targets =
                Arrays.stream(ActionTarget.values()).map(ActionTarget::word).toList();
        Optional<ActionTarget> target = mapping.value("target")
                .flatMap(value -> known(value, targets, "target").flatMap(ActionTarget::named));
        mapping.finish();
        return verb.map(found -> new Asked(found, target.orElse(found.usualTarget())));
    }

    private static List<Example> tests(YamlMapping rule) {
        List<Example> tests = new ArrayList<>();
        for (YamlValue element : rule.elements("tests")) {
            element.mapping().flatMap(RulesFile::test).ifPresent(tests::add);
        }
        return tests;
    }

    private static Optional<Example> test(YamlMapping mapping) {
        Optional<Sourced> given = mapping.requiredText("given");
        Map<String, Outcome> expect = new LinkedHashMap<>();
        mapping.required("expect")
                .flatMap(YamlValue::mapping)
                .ifPresent(expected -> expected.forEach(
                        (id, value) -> PolicyFile.outcome(value).ifPresent(outcome -> expect.put(id, outcome))));
        mapping.finish();
        return given.map(file -> new Example(file, expect));
    }

    private static List<String> words(YamlMapping mapping, String key, List<String> known) {
        List<String> words = new ArrayList<>();
        mapping.elements(key).forEach(element -> known(element, known, key).ifPresent(words::add));
        return words;
    }

    private static Optional<String> known(YamlValue value, List<String> words, String what) {
        Optional<String> word = value.text().map(Sourced::text);
        if (word.isPresent() && !words.contains(word.get())) {
            value.problem(
                    "unknown_value",
                    "'" + word.get() + "' is not known as " + what + "; known are " + String.join(", ", words) + "."
                            + Suggestion.forWord(word.get(), words));
            return Optional.empty();
        }
        return word;
    }
}
