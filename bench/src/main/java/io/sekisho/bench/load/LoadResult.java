package io.sekisho.bench.load;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run saw.
 *
 * @param seconds how long it counted
 * @param neverSent how long the counted requests waited that found no free connection before the run ended
 * @param lag from when a request was due to when it was sent, for want of a connection or because the client was late
 * @param reconnects connections opened anew
 * @param decisions bodies of some good answers to {@link Route#DECISIONS}, cut at 16 KiB
 * @param refusals the first body of each other status
 */
public record LoadResult(
        double seconds,
        Map<Route, Answers> answers,
        Latencies neverSent,
        Latencies lag,
        long reconnects,
        List<String> decisions,
        Map<Integer, String> refusals) {

    public LoadResult {
        answers = Collections.unmodifiableMap(new EnumMap<>(answers));
        decisions = List.copyOf(decisions);
        refusals = Collections.unmodifiableMap(new TreeMap<>(refusals));
    }

    public Answers of(Route route) {
        return answers.getOrDefault(route, new Tally().answers());
    }

    /** Good answers a second, of both endpoints. */
    public double perSecond() {
        return answers.values().stream().mapToLong(Answers::inTime).sum() / seconds;
    }

    public double perSecond(Route route) {
        return of(route).inTime() / seconds;
    }

    /** From when requests were due, those never sent among them. */
    public Latencies sinceDue() {
        Latencies all = new Latencies();
        answers.values().forEach(each -> all.add(each.sinceDue()));
        all.add(neverSent);
        return all;
    }

    public Latencies sinceSent() {
        Latencies all = new Latencies();
        answers.values().forEach(each -> all.add(each.sinceSent()));
        return all;
    }

    /** Counted requests that got no good answer. */
    public long errors() {
        return neverSent.count()
                + answers.values().stream()
                        .mapToLong(each -> each.refused() + each.failed())
                        .sum();
    }
}
