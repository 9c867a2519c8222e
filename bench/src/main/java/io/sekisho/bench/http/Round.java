package io.sekisho.bench.http;

import io.sekisho.bench.load.Answers;
import io.sekisho.bench.load.LoadResult;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One run and the processor time that it took.
 *
 * @param number from 1; an echo has that of the round before which it ran
 * @param serverMicros of the whole process, while requests were counted
 */
public record Round(
        Target target, int number, LoadResult result, OptionalLong serverMicros, OptionalLong clientMicros) {

    /** Who was asked. */
    public enum Target {
        ECHO,
        SERVER
    }

    boolean isOf(Target which) {
        return target == which;
    }

    /** Processor time of the server for one good answer; empty where there is none or the process is not known. */
    OptionalDouble serverMicrosEach() {
        return each(serverMicros);
    }

    OptionalDouble clientMicrosEach() {
        return each(clientMicros);
    }

    private OptionalDouble each(OptionalLong micros) {
        long answers =
                result.answers().values().stream().mapToLong(Answers::inTime).sum();
        return micros.isPresent() && answers > 0
                ? OptionalDouble.of((double) micros.getAsLong() / answers)
                : OptionalDouble.empty();
    }
}
