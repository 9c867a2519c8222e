package io.sekisho.wire.mapping;

import io.sekisho.engine.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a CSV file become events and labels; without error in itself, not yet held against a file.
 *
 * <p>Made by {@link MappingReader}.
 */
public final class Mapping {

    private final Rules rules;

    Mapping(Rules rules) {
        this.rules = rules;
    }

    /** Whether rows can become labels too. */
    public boolean hasLabels() {
        return rules.label() != null;
    }

    /** Whether a key is needed to turn card numbers into tokens. */
    public boolean readsCardNumbers() {
        return rules.fields().stream().anyMatch(field -> field.as() == As.CARD_NUMBER);
    }

    /** A key that stands in the mapping itself, for examples that anybody can repeat; no secret. */
    public Optional<String> cardKey() {
        return Optional.ofNullable(rules.cardKey());
    }

    Rules rules() {
        return rules;
    }

    /** The parts of the mapping. */
    record Rules(
            TypeRule type,
            @Nullable String source,
            Input.@Nullable Column id,
            TimeRule time,
            List<FieldRule> fields,
            DataTree data,
            @Nullable LabelRule label,
            MoneyRule money,
            @Nullable String cardKey) {
        Rules {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The event's type.
     *
     * @param types the event type by the text of the input; null when the input is the type
     */
    record TypeRule(Input input, @Nullable Map<String, String> types) {

        /** The event types that a row can become, in the contract's order. */
        Set<EventType> known() {
            Set<EventType> known = new TreeSet<>();
            all().forEach(name -> EventType.named(name).ifPresent(known::add));
            return known;
        }

        /** The name of every event type that a row can become. */
        Set<String> all() {
            if (types != null) {
                return new TreeSet<>(types.values());
            }
            return input instanceof Input.Constant constant ? Set.of(constant.value()) : Set.of();
        }
    }

    /** @param format throws {@link java.time.DateTimeException} for a text that is not of its form */
    record TimeRule(Input.Column column, Function<String, Instant> format) {}

    /**
     * One value in {@code data}.
     *
     * @param currency of money only
     * @param part of card numbers only
     */
    record FieldRule(
            DataPath path,
            Input input,
            As as,
            @Nullable Input currency,
            @Nullable CardPart part) {}

    /** What may be altered in an amount so that it fits the contract. */
    record MoneyRule(boolean rounds, CurrencyReplacement replacement) {}

    /**
     * When a row becomes a label.
     *
     * @param honestValues empty when every other text means honest
     * @param about the field with the id that the label is about; empty for the event's own id
     */
    record LabelRule(
            Input.Column column,
            Set<String> fraudValues,
            Set<String> honestValues,
            String label,
            String aboutKind,
            OptionalInt about,
            @Nullable TimeRule knownAt) {}
}
