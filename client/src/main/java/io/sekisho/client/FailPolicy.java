package io.sekisho.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the shop does where no decision came, by event type; never silently, as the decision is marked.
 *
 * <p>In this order: what was set with {@link #with}; what the server's own answer says of the type; the standard of the
 * contract. Immutable.
 */
public final class FailPolicy {

    /** The pattern for an order with a line of gift_code, balance_topup or stored_value. */
    public static final String ORDER_WITH_GIFT = "order_with_gift";

    private static final Pattern POSSIBLE = Pattern.compile("\\*|[a-z0-9_]+\\.\\*|[a-z0-9_]+(\\.[A-Za-z0-9_.-]+)");

    /** As the starter policy has it. */
    private static final List<Rule> STANDARD = List.of(
            new Rule("login.*", Outcome.ALLOW),
            new Rule("gift_code.*", Outcome.HOLD),
            new Rule(ORDER_WITH_GIFT, Outcome.HOLD),
            new Rule("*", Outcome.ALLOW));

    private final List<Rule> set;

    private FailPolicy(List<Rule> set) {
        this.set = List.copyOf(set);
    }

    /** Whose policy it was. */
    public enum Origin {
        /** Set by the shop. */
        SHOP,
        /** Told by the server in its answer. */
        SERVER,
        /** The standard of the contract. */
        STANDARD
    }

    /** What is to be done, and whose policy says so. */
    record Choice(Outcome outcome, Origin origin) {}

    private record Rule(String pattern, Outcome outcome) {

        boolean matches(String typeName, boolean hasGift) {
            if (pattern.equals(ORDER_WITH_GIFT)) {
                return hasGift && typeName.startsWith("order.");
            }
            return pattern.endsWith("*")
                    ? typeName.startsWith(pattern.substring(0, pattern.length() - 1))
                    : typeName.equals(pattern);
        }
    }

    /** Logins are allowed, gift codes and orders with them held, everything else allowed, unless the server says more. */
    public static FailPolicy standard() {
        return new FailPolicy(List.of());
    }

    /**
     * The same policy with one rule more, behind those that were set before: the first that matches counts.
     *
     * @param pattern a type, as in {@code order.created}; a group, as in {@code order.*}; {@code *}; or
     *     {@link #ORDER_WITH_GIFT}
     * @throws IllegalArgumentException if the pattern is none of these
     */
    public FailPolicy with(String pattern, Outcome outcome) {
        if (!pattern.equals(ORDER_WITH_GIFT) && !POSSIBLE.matcher(pattern).matches()) {
            throw new IllegalArgumentException(
                    "Not a type, a group as in order.*, * or " + ORDER_WITH_GIFT + ": " + pattern);
        }
        List<Rule> more = new ArrayList<>(set);
        more.add(new Rule(pattern, outcome));
        return new FailPolicy(more);
    }

    Choice choose(String typeName, boolean hasGift, Optional<Outcome> ofServer) {
        return first(set, typeName, hasGift)
                .map(outcome -> new Choice(outcome, Origin.SHOP))
                .or(() -> ofServer.map(outcome -> new Choice(outcome, Origin.SERVER)))
                .or(() -> first(STANDARD, typeName, hasGift).map(outcome -> new Choice(outcome, Origin.STANDARD)))
                .orElseThrow();
    }

    private static Optional<Outcome> first(List<Rule> rules, String typeName, boolean hasGift) {
        return rules.stream()
                .filter(rule -> rule.matches(typeName, hasGift))
                .map(Rule::outcome)
                .findFirst();
    }
}
