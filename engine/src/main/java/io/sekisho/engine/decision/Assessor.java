package io.sekisho.engine.decision;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Scope;
import io.sekisho.engine.expression.Verdict;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.policy.PolicyDefinition.Band;
import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.ActionTarget;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.Rule;
import io.sekisho.engine.rule.RuleDefinition;
import io.sekisho.engine.rule.RuleDefinition.Asked;
import io.sekisho.engine.rule.RuleDefinition.Cap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges an event by the rules of its type and folds what they say into one assessment. */
final class Assessor {

    /** Why a challenge became a hold. */
    static final String NO_TRUSTED_FACTOR = "no_trusted_factor";

    private static final int HIGHEST_SCORE = 100;

    /** How a hold ends where no rule says it. */
    static final RuleDefinition.Hold USUAL_HOLD =
            new RuleDefinition.Hold(Duration.ofHours(24).toMillis(), List.of("owner_confirmed", "reviewed"), true);

    /** What clears a challenge that only a band of scores asks for. */
    static final RuleDefinition.Required USUAL_REQUIRED = new RuleDefinition.Required(
            List.of("passkey", "app", "callback"), Duration.ofMinutes(15).toMillis());

    private final Policy policy;
    private final Recollection recollection;

    Assessor(Policy policy, Recollection recollection) {
        this.policy = policy;
        this.recollection = recollection;
    }

    /** What the rules said, each in the policy's order. */
    private record Judgement(List<Rule> hits, List<Rule> lifted, List<Rule> unknown, List<Rule> shadowHits) {
        Judgement() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    Assessment assess(Event event, List<Rule> rules, Scope scope) {
        Judgement judgement = judge(rules, scope);
        if (judgement.hits().isEmpty() && band(0).outcome() == null) {
            return uneventful(judgement);
        }
        lift(event, judgement);
        int score = score(judgement.hits());
        Band band = band(score);
        Outcome outcome = outcome(judgement.hits(), band);
        return fold(event, judgement, band, new Scored(outcome, score));
    }

    /** No rule hit: by far the most frequent case, and there is nothing to fold. */
    private Assessment uneventful(Judgement judgement) {
        return new Assessment(
                Assessment.Status.EVALUATED,
                "",
                Outcome.ALLOW,
                0,
                band(0).level(),
                List.of(),
                List.of(),
                judgement.unknown(),
                judgement.shadowHits(),
                null,
                null,
                null,
                List.of());
    }

    private record Scored(Outcome outcome, int score) {}

    Assessment notEvaluated(String why) {
        return Assessment.notEvaluated(why, band(0).level());
    }

    private static Judgement judge(List<Rule> rules, Scope scope) {
        Judgement judgement = new Judgement();
        for (Rule rule : rules) {
            Verdict verdict = rule.judge(scope);
            if (verdict == Verdict.UNKNOWN) {
                judgement.unknown().add(rule);
            }
            boolean isHit = verdict == Verdict.HIT
                    || (verdict == Verdict.UNKNOWN && rule.definition().hitsOnUnknown());
            if (isHit) {
                (rule.isShadow() ? judgement.shadowHits() : judgement.hits()).add(rule);
            }
        }
        return judgement;
    }

    private void lift(Event event, Judgement judgement) {
        for (Rule exempting : List.copyOf(judgement.hits())) {
            Cap cap = exempting.definition().cap();
            List<Rule> exempted = judgement.hits().stream()
                    .filter(rule -> isExempted(rule, exempting))
                    .toList();
            boolean stands = judgement.hits().contains(exempting);
            if (cap != null && stands && !exempted.isEmpty() && recollection.isGranted(event, exempting, cap)) {
                judgement.hits().removeAll(exempted);
                judgement.lifted().addAll(exempted);
            }
        }
        judgement.lifted().sort(Comparator.comparingInt(Rule::number));
    }

    private static boolean isExempted(Rule rule, Rule exempting) {
        return exempting.definition().exempts().stream()
                .anyMatch(id -> id.text().equals(rule.id()));
    }

    private static int score(List<Rule> hits) {
        int sum = hits.stream().mapToInt(rule -> rule.definition().score()).sum();
        return Math.min(HIGHEST_SCORE, sum);
    }

    private Band band(int score) {
        Band found = policy.definition().bands().get(0);
        for (Band band : policy.definition().bands()) {
            found = score >= band.from() ? band : found;
        }
        return found;
    }

    private static Outcome outcome(List<Rule> hits, Band band) {
        Outcome outcome = band.outcome() == null ? Outcome.ALLOW : band.outcome();
        for (Rule rule : hits) {
            outcome = outcome.strictest(rule.definition().outcome());
        }
        return outcome;
    }

    private Assessment fold(Event event, Judgement judgement, Band band, Scored scored) {
        List<Rule> hits = judgement.hits();
        List<String> offered = trustedMethods(event, hits, scored.outcome());
        // A challenge that nobody but the attacker could pass would be no challenge.
        boolean isUnanswerable = scored.outcome() == Outcome.CHALLENGE && offered.isEmpty();
        Outcome outcome = isUnanswerable ? Outcome.HOLD : scored.outcome();
        return new Assessment(
                Assessment.Status.EVALUATED,
                isUnanswerable ? NO_TRUSTED_FACTOR : "",
                outcome,
                scored.score(),
                band.level(),
                hits,
                judgement.lifted(),
                judgement.unknown(),
                judgement.shadowHits(),
                required(event, hits, outcome, offered),
                outcome == Outcome.HOLD ? hold(event, hits) : null,
                outcome == Outcome.ALLOW ? release(event, hits) : null,
                actions(event, hits));
    }

    /** The methods that every rule of that outcome accepts, less those whose factor is too young. */
    private List<String> trustedMethods(Event event, List<Rule> hits, Outcome outcome) {
        if (outcome != Outcome.CHALLENGE && outcome != Outcome.HOLD) {
            return List.of();
        }
        List<String> methods = commonMethods(demands(hits, outcome));
        return recollection.trusted(methods, event);
    }

    private static List<RuleDefinition.Required> demands(List<Rule> hits, Outcome outcome) {
        List<RuleDefinition.Required> demands = hits.stream()
                .map(Rule::definition)
                .filter(rule -> rule.outcome() == outcome)
                .map(RuleDefinition::required)
                .flatMap(Stream::ofNullable)
                .toList();
        return demands.isEmpty() && outcome == Outcome.CHALLENGE ? List.of(USUAL_REQUIRED) : demands;
    }

    private static List<String> commonMethods(List<RuleDefinition.Required> demands) {
        if (demands.isEmpty()) {
            return List.of();
        }
        Set<String> common = new LinkedHashSet<>(demands.get(0).methods());
        demands.forEach(demand -> common.retainAll(demand.methods()));
        return List.copyOf(common);
    }

    private static Assessment.@Nullable Required required(
            Event event, List<Rule> hits, Outcome outcome, List<String> offered) {
        if (offered.isEmpty()) {
            return null;
        }
        long within = demands(hits, outcome).stream()
                .mapToLong(RuleDefinition.Required::withinMillis)
                .min()
                .orElse(USUAL_REQUIRED.withinMillis());
        return new Assessment.Required(offered, event.receivedMillis() + within);
    }

    /** The longest of the holds; released only by what all of them accept; cancelled at its end if any says so. */
    private static Assessment.Hold hold(Event event, List<Rule> hits) {
        List<RuleDefinition.Hold> holds = hits.stream()
                .map(rule -> rule.definition().hold())
                .flatMap(Stream::ofNullable)
                .toList();
        List<RuleDefinition.Hold> asked = holds.isEmpty() ? List.of(USUAL_HOLD) : holds;
        long longest =
                asked.stream().mapToLong(RuleDefinition.Hold::forMillis).max().orElseThrow();
        Set<String> releaseOn = new LinkedHashSet<>(asked.get(0).releaseOn());
        asked.forEach(hold -> releaseOn.retainAll(hold.releaseOn()));
        boolean cancels = event.carriesStoredValue() || asked.stream().anyMatch(RuleDefinition.Hold::cancelsOnExpiry);
        List<String> ends = releaseOn.isEmpty() ? List.of("reviewed") : List.copyOf(releaseOn);
        return new Assessment.Hold(event.receivedMillis() + longest, cancels, ends);
    }

    private static @Nullable Long release(Event event, List<Rule> hits) {
        return hits.stream()
                .map(rule -> rule.definition().releaseDelayMillis())
                .flatMap(Stream::ofNullable)
                .max(Long::compare)
                .map(delay -> event.receivedMillis() + delay)
                .orElse(null);
    }

    private List<Action> actions(Event event, List<Rule> hits) {
        Set<Action> actions = new LinkedHashSet<>();
        for (Rule rule : hits) {
            for (Asked asked : rule.definition().actions()) {
                for (String target : targets(event, asked.target())) {
                    actions.add(new Action(asked.verb(), target));
                }
            }
        }
        return List.copyOf(actions);
    }

    private List<String> targets(Event event, ActionTarget target) {
        return switch (target) {
            case ACCOUNT -> Stream.ofNullable(event.accountId()).toList();
            case SESSION -> Stream.ofNullable(event.context().sessionId()).toList();
            case ORDER -> Stream.ofNullable(event.orderId()).toList();
            case PAYMENT -> payments(event);
            case CODE -> event.detail() instanceof Detail.GiftCode code ? List.of(code.codeId()) : List.of();
            case RECENT_ORDERS -> recollection.recentOrders(event);
            case RECENT_CODES -> recollection.recentCodes(event);
        };
    }

    static List<String> payments(Event event) {
        return switch (event.detail()) {
            case Detail.PaymentChange payment -> List.of(payment.paymentId());
            case Detail.OrderChange change ->
                change.order().payments().stream()
                        .flatMap(payment -> Stream.ofNullable(payment.paymentId()))
                        .toList();
            default -> List.of();
        };
    }
}
