package io.sekisho.bench.http;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the server's rounds are to the echoes around them: the median over the rounds of the server's figure divided by the
 * mean of the echo before and the echo after. Empty where a figure is missing.
 *
 * @param rate good answers a second
 * @param serverCpu processor time for an answer
 * @param median latency since due
 * @param ninetyNinth latency since due that 1 in 100 exceeds
 */
record BesideEcho(OptionalDouble rate, OptionalDouble serverCpu, OptionalDouble median, OptionalDouble ninetyNinth) {

    /** Of rounds in the order in which they ran: echo, server, echo, ..., echo. */
    static BesideEcho of(List<Round> rounds) {
        return new BesideEcho(
                ratio(rounds, round -> OptionalDouble.of(round.result().perSecond())),
                ratio(rounds, Round::serverMicrosEach),
                ratio(rounds, round -> percentile(round, 50)),
                ratio(rounds, round -> percentile(round, 99)));
    }

    private static OptionalDouble percentile(Round round, double percent) {
        return OptionalDouble.of((double) round.result().sinceDue().percentile(percent));
    }

    private static OptionalDouble ratio(List<Round> rounds, Function<Round, OptionalDouble> figure) {
        double[] ratios = IntStream.range(1, rounds.size() - 1)
                .filter(at -> rounds.get(at).isOf(Round.Target.SERVER)
                        && rounds.get(at - 1).isOf(Round.Target.ECHO))
                .mapToDouble(at -> value(rounds.get(at), figure)
                        / ((value(rounds.get(at - 1), figure) + value(rounds.get(at + 1), figure)) / 2))
                .sorted()
                .toArray();
        boolean isWhole =
                ratios.length > 0 && IntStream.range(0, ratios.length).allMatch(at -> Double.isFinite(ratios[at]));
        return isWhole
                ? OptionalDouble.of((ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2)
                : OptionalDouble.empty();
    }

    private static double value(Round round, Function<Round, OptionalDouble> figure) {
        return figure.apply(round).orElse(Double.NaN);
    }
}
