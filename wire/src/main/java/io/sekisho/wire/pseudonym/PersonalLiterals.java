package io.sekisho.wire.pseudonym;

import io.sekisho.engine.expression.ValueList;
import io.sekisho.engine.feature.FeatureDefinition;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.rule.RuleDefinition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a policy that was written with plain personal texts judge events that hold pseudonyms: a literal that is an e-mail
 * address, an IP address or a telephone number with its country becomes its pseudonym, and lists hold both forms.
 */
public final class PersonalLiterals {

    /** A CEL text between quotes; one with an escape or a quote inside is none of those that are replaced. */
    private static final Pattern LITERAL = Pattern.compile("([\"'])([^\"'\\\\\n]{3,254})\\1");

    private final KeyedHash hash;

    public PersonalLiterals(KeyedHash hash) {
        this.hash = hash;
    }

    /** The same policy for events that hold pseudonyms. */
    public PolicyDefinition replaceIn(PolicyDefinition policy) {
        Map<String, ValueList> lists = new TreeMap<>();
        policy.lists().forEach((name, list) -> lists.put(name, withPseudonyms(list)));
        return new PolicyDefinition(
                policy.version(),
                policy.timezone(),
                policy.currency(),
                policy.decides(),
                policy.clockSkewMillis(),
                policy.parameters(),
                policy.coolingOffMillis(),
                policy.fail(),
                policy.bands(),
                policy.features().stream().map(this::replaceIn).toList(),
                policy.rules().stream().map(this::replaceIn).toList(),
                lists,
                policy.brokenFeatures());
    }

    /** All forms in which an event may hold the value of a list: as it is, and as a pseudonym if it is personal. */
    public Set<String> formsOf(String value) {
        Set<String> forms = new LinkedHashSet<>(Set.of(value));
        String pseudonym = pseudonymOf(value);
        if (pseudonym != null) {
            forms.add(pseudonym);
        }
        return forms;
    }

    /** The pseudonym of a text that is personal by its shape; null for another. */
    public @Nullable String pseudonymOf(String text) {
        return PersonalText.pseudonymOf(text, hash);
    }

    private ValueList withPseudonyms(ValueList list) {
        Map<String, Long> expiries = new LinkedHashMap<>();
        list.expiries().forEach((value, expiry) -> formsOf(value).forEach(form -> expiries.put(form, expiry)));
        return new ValueList(list.name(), expiries);
    }

    private FeatureDefinition replaceIn(FeatureDefinition feature) {
        return new FeatureDefinition(
                feature.name(),
                feature.origin(),
                feature.aggregate(),
                feature.on(),
                feature.where() == null ? null : replaceIn(feature.where()),
                feature.of() == null ? null : replaceIn(feature.of()),
                feature.by(),
                feature.window(),
                feature.includesCurrent(),
                feature.currency());
    }

    private RuleDefinition replaceIn(RuleDefinition rule) {
        return rule.withCondition(replaceIn(rule.when()));
    }

    private Sourced replaceIn(Sourced expression) {
        return new Sourced(replaceIn(expression.text()), expression.origin(), expression.indent());
    }

    private String replaceIn(String expression) {
        return LITERAL.matcher(expression).replaceAll(found -> {
            String pseudonym = pseudonymOf(found.group(2));
            String text = pseudonym == null ? found.group() : found.group(1) + pseudonym + found.group(1);
            return Matcher.quoteReplacement(text);
        });
    }
}
