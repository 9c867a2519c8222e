package io.sekisho.wire.policy;

import io.sekisho.engine.expression.ValueList;
import io.sekisho.engine.feature.EventTypes;
import io.sekisho.engine.feature.Window;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.engine.policy.PolicyDefinition.Band;
import io.sekisho.engine.policy.PolicyDefinition.FailRule;
import io.sekisho.engine.policy.PolicyDefinition.Parameter;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.RuleDefinition;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads policy.yaml. */
final class PolicyFile {

    private static final long FORMAT = 1;
    private static final long USUAL_CLOCK_SKEW_MILLIS = 2_000;
    private static final Duration USUAL_COOLING_OFF = Duration.ofDays(7);
    private static final List<String> METHODS = List.of("sms", "totp", "app", "passkey", "email", "callback", "3ds");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final List<Band> USUAL_BANDS =
            List.of(new Band(0, "low", null), new Band(30, "medium", null), new Band(70, "high", null));

    private final YamlMapping file;

    PolicyFile(YamlMapping file) {
        this.file = file;
    }

    PolicyDefinition read(FeaturesFile.Content features, List<RuleDefinition> rules, Map<String, ValueList> lists) {
        checkFormat();
        PolicyDefinition definition = new PolicyDefinition(
                file.requiredText("version").map(Sourced::text).orElse("unnamed"),
                timezone(),
                currency(),
                decides(),
                span("clock_skew").orElse(USUAL_CLOCK_SKEW_MILLIS),
                parameters(),
                coolingOff(),
                fail(),
                bands(),
                features.sound(),
                rules,
                lists,
                features.broken());
        file.finish();
        return definition;
    }

    private void checkFormat() {
        file.required("format").ifPresent(value -> {
            if (!value.whole().equals(Optional.of(FORMAT))) {
                value.problem("format_unknown", "This version reads policies of format " + FORMAT + ".");
            }
        });
    }

    private String timezone() {
        Optional<YamlValue> value = file.value("timezone");
        String zone = value.flatMap(YamlValue::text).map(Sourced::text).orElse("UTC");
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException unknown) {
            value.ifPresent(where -> where.problem("timezone_unknown", "There is no time zone '" + zone + "'."));
            return "UTC";
        }
    }

    private String currency() {
        return file.value("currency").flatMap(PolicyFile::currencyOf).orElse("JPY");
    }

    static Optional<String> currencyOf(YamlValue value) {
        Optional<String> code = value.text().map(Sourced::text);
        boolean isKnown = Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> code.equals(Optional.of(known.getCurrencyCode())));
        if (code.isPresent() && !isKnown) {
            value.problem("currency_unknown", "ISO 4217 has no currency '" + code.get() + "'.");
        }
        return code;
    }

    private List<Sourced> decides() {
        file.required("decides");
        return texts(file, "decides");
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        file.mapping("parameters")
                .ifPresent(mapping -> mapping.forEach((name, value) -> {
                    if (!NAME.matcher(name).matches()) {
                        mapping.keyProblem(
                                name, "name_invalid", "A parameter's name has small letters, digits and underscores.");
                    }
                    value.scalar()
                            .ifPresent(scalar -> parameters.add(new Parameter(name, orSpan(scalar), value.origin())));
                }));
        return parameters;
    }

    /** A text such as 24h is a span of time. */
    private static Object orSpan(Object scalar) {
        return scalar instanceof String text
                ? Window.span(text).<Object>map(Duration::ofMillis).orElse(text)
                : scalar;
    }

    private Map<String, Long> coolingOff() {
        Map<String, Long> spans = new LinkedHashMap<>();
        METHODS.forEach(method -> spans.put(method, USUAL_COOLING_OFF.toMillis()));
        file.mapping("cooling_off").ifPresent(mapping -> {
            for (String method : METHODS) {
                mapping.value(method).flatMap(PolicyFile::spanOf).ifPresent(span -> spans.put(method, span));
            }
            mapping.finish();
        });
        return spans;
    }

    private List<FailRule> fail() {
        List<FailRule> fail = new ArrayList<>();
        file.mapping("fail")
                .ifPresent(mapping -> mapping.forEach((pattern, value) -> {
                    boolean isPossible = pattern.equals("order_with_gift")
                            || io.sekisho.engine.feature.TypePattern.isPossible(pattern);
                    if (!isPossible) {
                        mapping.keyProblem(pattern, "type_unknown", EventTypes.unknown(pattern));
                    }
                    outcome(value).ifPresent(outcome -> fail.add(new FailRule(pattern, outcome)));
                }));
        return fail;
    }

    private List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        for (YamlValue element : file.elements("bands")) {
            element.mapping().flatMap(PolicyFile::band).ifPresent(bands::add);
        }
        if (bands.isEmpty()) {
            return USUAL_BANDS;
        }
        bands.sort(Comparator.comparingInt(Band::from));
        if (bands.get(0).from() != 0) {
            file.value("bands").ifPresent(value -> value.problem("band_missing", "The lowest band must begin at 0."));
        }
        return bands;
    }

    private static Optional<Band> band(YamlMapping mapping) {
        Optional<YamlValue> from = mapping.required("from");
        Optional<Long> bound = from.flatMap(YamlValue::whole);
        if (bound.isPresent() && (bound.get() < 0 || bound.get() > 100)) {
            from.ifPresent(value -> value.problem("out_of_range", "A score goes from 0 to 100."));
        }
        Optional<Sourced> level = mapping.requiredText("level");
        Optional<Outcome> outcome = mapping.value("outcome").flatMap(PolicyFile::outcome);
        mapping.finish();
        return bound.flatMap(
                number -> level.map(word -> new Band(number.intValue(), word.text(), outcome.orElse(null))));
    }

    private Optional<Long> span(String key) {
        return file.value(key).flatMap(PolicyFile::spanOf);
    }

    /** Milliseconds of a span such as 15m. */
    static Optional<Long> spanOf(YamlValue value) {
        Optional<Long> span = value.text().flatMap(text -> Window.span(text.text()));
        if (span.isEmpty()) {
            value.problem("span_invalid", "A span of time is a number and s, m, h or d, as in 15m.");
        }
        return span;
    }

    static Optional<Outcome> outcome(YamlValue value) {
        Optional<Outcome> outcome = value.text().flatMap(text -> Outcome.named(text.text()));
        if (outcome.isEmpty()) {
            value.problem("outcome_unknown", "An outcome is one of allow, challenge, hold, deny.");
        }
        return outcome;
    }

    static List<Sourced> texts(YamlMapping mapping, String key) {
        List<Sourced> texts = new ArrayList<>();
        mapping.elements(key).forEach(element -> element.text().ifPresent(texts::add));
        return texts;
    }
}
