package io.sekisho.engine.decision;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.expression.ListChange;
import io.sekisho.engine.feature.Counter;
import io.sekisho.engine.feature.FeaturePlan;
import io.sekisho.engine.feature.FeatureState;
import io.sekisho.engine.feature.FeatureVector;
import io.sekisho.engine.feature.KeyKind;
import io.sekisho.engine.feature.Window;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Decides a shop's events, one after the other in the order in which they come: the same events give the same
 * assessments, always and everywhere. It reads no clock, does no I/O and rolls no dice. Owned by one thread.
 */
public final class Engine {

    /** Marks the layout of the saved state; raised whenever it changes. */
    private static final int STATE_FORMAT = 2;

    private final Policy policy;
    private final FeaturePlan.Reading everyFeature;
    private final FeatureState features;
    private final SeenEvents seen;
    private final Memory memory;
    private final Assessor assessor;
    private long sequence;
    private int[] read = {};

    public Engine(Policy policy) {
        this(policy, newFeatures(policy), new SeenEvents(), new Memory());
    }

    private Engine(Policy policy, FeatureState features, SeenEvents seen, Memory memory) {
        this.policy = policy;
        this.features = features;
        this.seen = seen;
        this.memory = memory;
        this.assessor = new Assessor(policy, new LivingRecollection(policy, features.symbols(), memory));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < policy.plan().size(); i++) {
            names.add(policy.plan().name(i));
        }
        this.everyFeature = policy.plan().readingOf(names);
    }

    public Policy policy() {
        return policy;
    }

    /** Number of events accepted and changes made so far; that of the last one. */
    public long sequence() {
        return sequence;
    }

    /** Whether an event of that identity and body was accepted before; a new one is remembered as the next to come. */
    public SeenEvents.Sight see(SeenEvents.Fingerprint identity, SeenEvents.Fingerprint body) {
        return seen.see(identity, body, sequence + 1);
    }

    /** As {@link #see}, but nothing is remembered. */
    public SeenEvents.Sight look(SeenEvents.Fingerprint identity, SeenEvents.Fingerprint body) {
        return seen.look(identity, body);
    }

    /** The sequence number of the event of that identity, if one was accepted. */
    public OptionalLong numberOf(SeenEvents.Fingerprint identity) {
        return seen.numberOf(identity);
    }

    /** How many distinct keys and values are remembered. */
    public int words() {
        return features.symbols().size();
    }

    /** Changes what the policy's lists hold from the next event on. */
    public void change(ListChange change) {
        sequence++;
        policy.lists().apply(change);
    }

    /** Counts something that is numbered among the events, but changes nothing here. */
    public void pass() {
        sequence++;
    }

    /** Every feature that is kept under one key of that kind, as it stands at that time. */
    public List<Counter> counters(KeyKind kind, String key, long millis) {
        return features.counters(kind, key, millis);
    }

    /** Accepts an event: counts it, and decides it if the policy decides its type. */
    public Optional<Assessment> accept(Event event, Facts facts) {
        Policy.TypePolicy rules = policy.of(event.typeName());
        return accept(event, facts, rules, rules.reading());
    }

    /** As {@link #accept}, and {@link #features} then has all of them, not only those that the rules read. */
    public Optional<Assessment> acceptReadingAll(Event event, Facts facts) {
        Policy.TypePolicy rules = policy.of(event.typeName());
        return accept(event, facts, rules, rules.isDecided() ? everyFeature : rules.reading());
    }

    /** Accepts an event of the past: counts it without deciding it. */
    public void count(Event event, Facts facts) {
        Policy.TypePolicy none =
                new Policy.TypePolicy(false, List.of(), policy.plan().readingOf(Set.of()));
        accept(event, facts, none, none.reading());
    }

    private Optional<Assessment> accept(
            Event event, Facts facts, Policy.TypePolicy rules, FeaturePlan.Reading reading) {
        sequence++;
        features.observe(event, facts, reading);
        read = reading.indexes();
        remember(event);
        if (!rules.isDecided()) {
            return Optional.empty();
        }
        if (event.receivedMillis() - event.timeMillis() > Window.MOST) {
            return Optional.of(assessor.notEvaluated("event_too_old"));
        }
        return Optional.of(assessor.assess(event, rules.rules(), features.scope()));
    }

    /** Indexes of the features that were read of the event accepted last. */
    public int[] featuresRead() {
        return read;
    }

    /** The features of the event accepted last; overwritten by the next. */
    public FeatureVector features() {
        return features.vector();
    }

    private void remember(Event event) {
        String account = event.accountId();
        if (account == null) {
            return;
        }
        int symbol = features.symbols().of(account);
        if (FactorAges.concerns(event.type())) {
            memory.factors().observe(symbol, event);
        }
        if (event.type() == EventType.ORDER_CREATED && event.orderId() != null) {
            memory.orders().add(symbol, features.symbols().of(event.orderId()), event.timeMillis());
        }
        if (event.detail() instanceof Detail.GiftCode code && event.type() == EventType.GIFT_CODE_ISSUED) {
            memory.codes().add(symbol, features.symbols().of(code.codeId()), event.timeMillis());
        }
    }

    /** Writes all that later decisions depend on; {@link #readFrom} with the same policy goes on from there. */
    public void writeTo(StateSink sink) {
        sink.putInt(STATE_FORMAT);
        sink.putLong(sequence);
        features.writeTo(sink);
        seen.writeTo(sink);
        memory.writeTo(sink);
        policy.lists().writeTo(sink);
    }

    /**
     * The engine that wrote this state; the policy's lists become those that it had.
     *
     * @throws IllegalArgumentException if the state was written in another format
     */
    public static Engine readFrom(StateSource source, Policy policy) {
        int format = source.takeInt();
        if (format != STATE_FORMAT) {
            throw new IllegalArgumentException(
                    "The state has format " + format + ", this engine reads " + STATE_FORMAT);
        }
        long sequence = source.takeLong();
        FeatureState features = FeatureState.readFrom(
                source,
                policy.plan(),
                policy.definition().clockSkewMillis(),
                policy.vocabulary().newScope());
        Engine engine = new Engine(policy, features, SeenEvents.readFrom(source), Memory.readFrom(source));
        engine.sequence = sequence;
        policy.lists().takeFrom(source);
        return engine;
    }

    private static FeatureState newFeatures(Policy policy) {
        return new FeatureState(
                policy.plan(),
                policy.definition().clockSkewMillis(),
                policy.vocabulary().newScope());
    }
}
