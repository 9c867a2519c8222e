package io.sekisho.engine.feature;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.Expression;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.expression.Scope;
import io.sekisho.engine.state.LongTable;
import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import io.sekisho.engine.state.Symbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the features remember of the events seen, and how an event is read and added. Owned by one thread.
 *
 * <p>The window of a feature at time t is {@code (t - w, t]} over the events added before, and the current one unless
 * the feature leaves it out. An event that is older than the newest of a key by at most the clock skew reads that key at
 * the newest time; an older one reads it, and is added, at its own time.
 */
public final class FeatureState {

    /** An account is known once it was watched this long. */
    static final long HISTORY_MILLIS = Duration.ofDays(30).toMillis();

    private static final int ACCOUNTS = 0;
    private static final int[] NO_SLOTS = new int[0];

    /** Stands for the second key of a tuple that has one only. */
    private static final int[] NO_SECOND = {0};

    private final FeaturePlan plan;
    private final long clockSkewMillis;
    private final Scope scope;
    private final Symbols symbols;
    private final List<KeyTable> tables;
    private final BitSet accountsWithPast;
    private final int[] numberInTable;
    private final FeatureVector vector;
    private final Reader reader = new Reader();

    // Of the event at hand, kept to spare the allocation.
    private final int[][] slots;
    private final long[][] readMillis;
    private final byte[] filterVerdicts;
    private final List<int @Nullable []> symbolsByKind =
            new ArrayList<>(Collections.nCopies(KeyKind.values().length, null));

    public FeatureState(FeaturePlan plan, long clockSkewMillis, Scope scope) {
        this(plan, clockSkewMillis, scope, new Saved(new Symbols(), emptyTables(plan), new BitSet()));
    }

    private FeatureState(FeaturePlan plan, long clockSkewMillis, Scope scope, Saved saved) {
        this.plan = plan;
        this.clockSkewMillis = clockSkewMillis;
        this.scope = scope;
        this.symbols = saved.symbols();
        this.tables = saved.tables();
        this.accountsWithPast = saved.accountsWithPast();
        this.numberInTable = numbersInTables(plan);
        this.vector = new FeatureVector(plan);
        this.slots = new int[plan.tuples().size()][];
        this.readMillis = new long[plan.tuples().size()][];
        this.filterVerdicts = new byte[plan.filters().size()];
    }

    private record Saved(Symbols symbols, List<KeyTable> tables, BitSet accountsWithPast) {}

    /**
     * Adds the event and answers with the features of that reading. The vector is overwritten by the next event.
     */
    public FeatureVector observe(Event event, Facts facts, FeaturePlan.Reading reading) {
        scope.enter(event, facts, vector);
        vector.clear();
        findSlots(event);
        Arrays.fill(filterVerdicts, (byte) 0);
        read(event, reading.before);
        add(event);
        read(event, reading.after);
        return vector;
    }

    /** The features of the event observed last; those that were not read are absent. */
    public FeatureVector vector() {
        return vector;
    }

    /** The scope in which the event at hand and its features can be judged. */
    public Scope scope() {
        return scope;
    }

    /** Numbers of words, for whoever else must remember them with this state. */
    public Symbols symbols() {
        return symbols;
    }

    /** The features that are kept under one key of that kind alone, in the plan's order; overwrites {@link #vector()}. */
    public List<Counter> counters(KeyKind kind, String key, long millis) {
        int tuple = plan.tuples().indexOf(List.of(kind));
        int symbol = symbols.find(key);
        int slot = tuple < 0 || symbol == Symbols.NONE
                ? LongTable.NONE
                : tables.get(tuple).find((long) symbol << 32);
        vector.clear();
        List<Counter> counters = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            FeaturePlan.PlannedFeature feature = plan.features().get(i);
            if (plan.series().get(feature.series()).tuple() == tuple) {
                readCounter(i, feature, slot, millis);
                counters.add(new Counter(
                        feature.name(), vector.objectAt(i), vector.isPresent(i) ? null : vector.absence(i)));
            }
        }
        return counters;
    }

    private void readCounter(int index, FeaturePlan.PlannedFeature feature, int slot, long millis) {
        FeaturePlan.SeriesPlan series = plan.series().get(feature.series());
        KeyTable table = tables.get(series.tuple());
        boolean isUnknown = slot == LongTable.NONE;
        if (feature.needsHistory() && (isUnknown || series.tuple() != ACCOUNTS || !hasHistory(slot, millis))) {
            vector.putAbsent(index, Absence.NO_HISTORY);
            return;
        }
        Series found = isUnknown ? null : table.find(numberInTable[feature.series()], slot);
        readKey(index, feature, found, isUnknown ? millis : readMillis(table.newestMillis(slot), millis));
    }

    public void writeTo(StateSink sink) {
        symbols.writeTo(sink);
        tables.forEach(table -> table.writeTo(sink));
        long[] past = accountsWithPast.toLongArray();
        sink.putInt(past.length);
        sink.putLongs(past, 0, past.length);
    }

    public static FeatureState readFrom(StateSource source, FeaturePlan plan, long clockSkewMillis, Scope scope) {
        Symbols symbols = Symbols.readFrom(source);
        List<KeyTable> tables = new ArrayList<>();
        for (int tuple = 0; tuple < plan.tuples().size(); tuple++) {
            tables.add(KeyTable.readFrom(source, columnsOf(plan, tuple)));
        }
        long[] past = new long[source.takeInt()];
        source.takeLongs(past, 0, past.length);
        return new FeatureState(plan, clockSkewMillis, scope, new Saved(symbols, tables, BitSet.valueOf(past)));
    }

    private void findSlots(Event event) {
        Collections.fill(symbolsByKind, null);
        for (int tuple = 0; tuple < slots.length; tuple++) {
            findSlots(tuple, event);
        }
        if (event.context().account() != null && slots[ACCOUNTS].length > 0) {
            accountsWithPast.set(slots[ACCOUNTS][0]);
        }
    }

    private void findSlots(int tuple, Event event) {
        List<KeyKind> kinds = plan.tuples().get(tuple);
        int[] first = symbolsOf(kinds.get(0), event);
        int[] second = kinds.size() == 1 ? NO_SECOND : symbolsOf(kinds.get(1), event);
        int keys = first.length * second.length;
        slots[tuple] = keys == 0 ? NO_SLOTS : new int[keys];
        if (readMillis[tuple] == null || readMillis[tuple].length < keys) {
            readMillis[tuple] = new long[keys];
        }
        KeyTable table = tables.get(tuple);
        for (int i = 0; i < keys; i++) {
            slots[tuple][i] = table.slot((long) first[i / second.length] << 32 | second[i % second.length]);
            readMillis[tuple][i] = readMillis(table.newestMillis(slots[tuple][i]), event.timeMillis());
        }
    }

    private long readMillis(long newestMillis, long millis) {
        return newestMillis > millis && newestMillis - millis <= clockSkewMillis ? newestMillis : millis;
    }

    private int[] symbolsOf(KeyKind kind, Event event) {
        int[] known = symbolsByKind.get(kind.ordinal());
        if (known == null) {
            List<String> keys = Keys.of(kind, event);
            known = keys.isEmpty() ? NO_SLOTS : new int[keys.size()];
            for (int i = 0; i < known.length; i++) {
                known[i] = symbols.of(keys.get(i));
            }
            symbolsByKind.set(kind.ordinal(), known);
        }
        return known;
    }

    private void add(Event event) {
        for (int tuple = 0; tuple < slots.length; tuple++) {
            for (int slot : slots[tuple]) {
                tables.get(tuple).touch(slot, event.timeMillis());
            }
        }
        for (int number : plan.seriesOf(event.type(), event.typeName())) {
            FeaturePlan.SeriesPlan series = plan.series().get(number);
            if (slots[series.tuple()].length > 0 && takes(series.filter(), event)) {
                add(event, number, series);
            }
        }
    }

    private void add(Event event, int number, FeaturePlan.SeriesPlan series) {
        OptionalLong value = valueOf(series);
        if (value.isEmpty()) {
            return;
        }
        for (int slot : slots[series.tuple()]) {
            tables.get(series.tuple()).series(numberInTable[number], slot).add(event.timeMillis(), value.getAsLong());
        }
    }

    private OptionalLong valueOf(FeaturePlan.SeriesPlan series) {
        Expression expression = series.value();
        if (expression == null) {
            return OptionalLong.of(0);
        }
        Object value = expression.value(scope);
        return value == null ? OptionalLong.empty() : series.kind().encode(value, symbols);
    }

    private boolean takes(int filter, Event event) {
        if (filterVerdicts[filter] == 0) {
            filterVerdicts[filter] = (byte) (plan.filters().get(filter).takes(event, scope) ? 1 : 2);
        }
        return filterVerdicts[filter] == 1;
    }

    private void read(Event event, int[] features) {
        for (int index : features) {
            read(event, index, plan.features().get(index));
        }
    }

    private void read(Event event, int index, FeaturePlan.PlannedFeature feature) {
        FeaturePlan.SeriesPlan series = plan.series().get(feature.series());
        int[] keySlots = slots[series.tuple()];
        if (keySlots.length == 0) {
            vector.putAbsent(index, Absence.NO_KEY);
        } else if (plan.filters().get(series.filter()).isOtherCurrency(event)) {
            vector.putAbsent(index, Absence.CURRENCY);
        } else if (feature.needsHistory() && !hasHistory(event)) {
            vector.putAbsent(index, Absence.NO_HISTORY);
        } else {
            readKeys(index, feature, series.tuple());
        }
    }

    /** The largest of the keys' values, or the smallest where little means unfamiliar; keys without a value are left out. */
    private void readKeys(int index, FeaturePlan.PlannedFeature feature, int tuple) {
        vector.putAbsent(index, Absence.EMPTY);
        for (int i = 0; i < slots[tuple].length; i++) {
            Series series = tables.get(tuple).find(numberInTable[feature.series()], slots[tuple][i]);
            readKey(index, feature, series, readMillis[tuple][i]);
        }
    }

    private void readKey(int index, FeaturePlan.PlannedFeature feature, @Nullable Series series, long millis) {
        Reader.@Nullable Range range = series == null ? null : Reader.Range.of(series, feature.window(), millis);
        if (range == null || range.isEmpty() || isForgotten(feature, range, millis)) {
            if (isZeroWhenEmpty(feature)) {
                put(index, feature, 0);
            }
            return;
        }
        put(index, feature, compute(feature, range, millis));
    }

    private static boolean isZeroWhenEmpty(FeaturePlan.PlannedFeature feature) {
        return switch (feature.aggregate()) {
            case COUNT, SUM, DISTINCT, KNOWN -> true;
            case AVG, STDDEV, MIN, MAX, AGE, TIME_SINCE, LAST -> false;
        };
    }

    /** True where the window reaches only entries that have left: the event is later than {@link Window#MOST}. */
    private static boolean isForgotten(FeaturePlan.PlannedFeature feature, Reader.Range range, long millis) {
        return switch (feature.aggregate()) {
            case AGE -> range.series().firstMillis(range.from(), range.isEver()) > millis;
            case TIME_SINCE, LAST, MIN, MAX, DISTINCT -> range.from() == range.to();
            case COUNT, SUM, AVG, STDDEV, KNOWN -> false;
        };
    }

    private long compute(FeaturePlan.PlannedFeature feature, Reader.Range range, long millis) {
        Series series = range.series();
        ValueKind kind = feature.valueKind();
        return switch (feature.aggregate()) {
            case COUNT -> range.count();
            case SUM -> reader.sum(range, kind);
            case AVG -> Double.doubleToLongBits(reader.average(range, kind));
            case STDDEV -> Double.doubleToLongBits(reader.deviation(range, kind));
            case MIN -> Reader.extreme(range, kind, true);
            case MAX -> Reader.extreme(range, kind, false);
            case DISTINCT -> series.distinct(range.from(), range.to(), feature.distinctWindow());
            case AGE -> millis - series.firstMillis(range.from(), range.isEver());
            case TIME_SINCE -> millis - series.timeAt(range.to() - 1);
            case LAST -> series.valueAt(range.to() - 1);
            case KNOWN -> 1;
        };
    }

    private void put(int index, FeaturePlan.PlannedFeature feature, long value) {
        if (vector.isPresent(index) && !isPreferred(feature, value, vector.bitsAt(index))) {
            return;
        }
        vector.put(index, value);
        if (feature.resultKind() == ResultKind.TEXT) {
            vector.putText(index, symbols.word((int) value));
        }
    }

    private boolean isPreferred(FeaturePlan.PlannedFeature feature, long value, long former) {
        int order = switch (feature.resultKind()) {
            case TEXT -> symbols.word((int) value).compareTo(symbols.word((int) former));
            case NUMBER -> Reader.compare(ValueKind.NUMBER, value, former);
            case WHOLE, FLAG, SPAN -> Long.compare(value, former);
        };
        return feature.aggregate().readsSmallest() ? order < 0 : order > 0;
    }

    /** Watched for thirty days, or the shop told what went before. */
    private boolean hasHistory(Event event) {
        if (slots[ACCOUNTS].length == 0) {
            return false;
        }
        return hasHistory(slots[ACCOUNTS][0], event.timeMillis());
    }

    private boolean hasHistory(int account, long millis) {
        long first = Math.min(tables.get(ACCOUNTS).firstMillis(account), millis);
        return accountsWithPast.get(account) || millis - first >= HISTORY_MILLIS;
    }

    private static int[] numbersInTables(FeaturePlan plan) {
        int[] next = new int[plan.tuples().size()];
        int[] numbers = new int[plan.series().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = next[plan.series().get(i).tuple()]++;
        }
        return numbers;
    }

    private static List<KeyTable> emptyTables(FeaturePlan plan) {
        List<KeyTable> tables = new ArrayList<>();
        for (int tuple = 0; tuple < plan.tuples().size(); tuple++) {
            tables.add(new KeyTable(columnsOf(plan, tuple)));
        }
        return tables;
    }

    private static List<Columns> columnsOf(FeaturePlan plan, int tuple) {
        return plan.series().stream()
                .filter(series -> series.tuple() == tuple)
                .map(FeaturePlan.SeriesPlan::columns)
                .toList();
    }
}
