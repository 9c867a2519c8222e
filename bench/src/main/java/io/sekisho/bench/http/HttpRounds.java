package io.sekisho.bench.http;

import io.sekisho.bench.echo.EchoProcess;
import io.sekisho.bench.feed.EventFeed;
import io.sekisho.bench.load.LoadGenerator;
import io.sekisho.bench.load.LoadResult;
import io.sekisho.bench.load.Requests;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Runs the rounds of a measurement: the server alone, or between echoes that are sent the same events. */
public final class HttpRounds {

    private final HttpPlan plan;
    private final LongSupplier nanos;
    private final Consumer<String> progress;

    /** With a nanosecond clock, and somebody to tell what is going on. */
    public HttpRounds(HttpPlan plan, LongSupplier nanos, Consumer<String> progress) {
        this.plan = plan;
        this.nanos = nanos;
        this.progress = progress;
    }

    /** The rounds in the order in which they ran. */
    public List<Round> run() throws IOException, InterruptedException {
        // A feed goes on from round to round: begun anew, its events would come late behind those of the round before.
        try (LoadGenerator generator = new LoadGenerator(nanos);
                EventFeed feed = feed(plan.run())) {
            List<Round> rounds = plan.hasEcho() ? besideEcho(generator, feed) : alone(generator, feed);
            tellPasses(feed);
            return rounds;
        }
    }

    private List<Round> alone(LoadGenerator generator, EventFeed feed) throws InterruptedException {
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= plan.rounds(); number++) {
            rounds.add(server(generator, feed, number));
        }
        return rounds;
    }

    /** One echo for all rounds, which has answered before the first: a cold one would make the server look fast. */
    private List<Round> besideEcho(LoadGenerator generator, EventFeed feed) throws IOException, InterruptedException {
        List<Round> rounds = new ArrayList<>();
        try (EchoProcess echo = EchoProcess.start();
                EventFeed echoed = feed(plan.run() + "e")) {
            echo(generator, echo, echoed, 0);
            for (int number = 1; number <= plan.rounds(); number++) {
                rounds.add(echo(generator, echo, echoed, number));
                rounds.add(server(generator, feed, number));
            }
            rounds.add(echo(generator, echo, echoed, plan.rounds() + 1));
        }
        return rounds;
    }

    private EventFeed feed(String run) throws IOException {
        String host = plan.server().getHost() + ":" + plan.port();
        EventFeed.Target target = new EventFeed.Target(host, plan.key(), plan.routeOf());
        return new EventFeed(plan.file(), target, run, plan.newestMillis());
    }

    private Round server(LoadGenerator generator, Requests feed, int number) throws InterruptedException {
        InetSocketAddress address = new InetSocketAddress(plan.server().getHost(), plan.port());
        progress.accept("Round " + number + " of " + plan.rounds() + ": " + plan.server());
        CpuWatch watch = new CpuWatch(plan.serverPid());
        LoadResult result = generator.run(address, plan.load(), feed, watch);
        return new Round(Round.Target.SERVER, number, result, watch.serverMicros(), watch.clientMicros());
    }

    /** Number 0 warms client and echo, and nobody looks at it. */
    private Round echo(LoadGenerator generator, EchoProcess echo, Requests feed, int number)
            throws InterruptedException {
        progress.accept("Echo " + number + " of " + (plan.rounds() + 1));
        CpuWatch watch = new CpuWatch(echo.pid());
        LoadResult result = generator.run(echo.address(), plan.load(), feed, watch);
        return new Round(Round.Target.ECHO, number, result, watch.serverMicros(), watch.clientMicros());
    }

    private void tellPasses(EventFeed feed) {
        if (feed.passes() > 1) {
            progress.accept("The file was begun " + feed.passes() + " times: from the second time on its events came"
                    + " late, behind newer ones of the same accounts. A longer file avoids that.");
        }
    }
}
