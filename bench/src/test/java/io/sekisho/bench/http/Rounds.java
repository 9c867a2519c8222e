package io.sekisho.bench.http;

import io.sekisho.bench.load.Answers;
import io.sekisho.bench.load.Latencies;
import io.sekisho.bench.load.LoadResult;
import io.sekisho.bench.load.Route;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Rounds as if they had been run. */
final class Rounds {

    private Rounds() {}

    /** A round of one second. */
    static Round of(Round.Target target, long answers, long serverMicros) {
        Latencies none = new Latencies();
        Answers all = new Answers(answers, new TreeMap<>(Map.of(200, answers)), 0, 0, 0, 0, answers, none, none);
        LoadResult result = new LoadResult(1, Map.of(Route.DECISIONS, all), none, none, 0, List.of(), Map.of());
        return new Round(target, 1, result, OptionalLong.of(serverMicros), OptionalLong.of(answers));
    }
}
