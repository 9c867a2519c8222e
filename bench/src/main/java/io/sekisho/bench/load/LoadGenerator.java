package io.sekisho.bench.load;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Sends load over kept-alive HTTP/1.1 connections from one event loop. One run at a time. */
public final class LoadGenerator implements AutoCloseable {

    private final LongSupplier nanos;
    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("load", true), NioIoHandler.newFactory());

    /** With a nanosecond clock. */
    public LoadGenerator(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Opens the connections, sends, and returns when every request has ended in some way.
     *
     * @throws UnreachableException if a connection cannot be opened before the first request
     */
    public LoadResult run(InetSocketAddress target, LoadPlan plan, Requests requests, LoadWatch watch)
            throws InterruptedException {
        EventLoop loop = group.next();
        Dialer dialer = new Dialer(loop, target);
        List<Channel> channels = dialer.dial(plan.connections());
        LoadRun.Means means = new LoadRun.Means(requests, nanos, watch, dialer::redial);
        try {
            LoadRun run = CompletableFuture.supplyAsync(() -> begin(plan, means, channels), loop)
                    .get();
            return finish(loop, plan, run);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The load run failed: " + failed.getCause(), failed);
        } finally {
            dialer.hangUp();
            channels.forEach(Dialer::close);
        }
    }

    private static LoadRun begin(LoadPlan plan, LoadRun.Means means, List<Channel> channels) {
        LoadRun run = new LoadRun(plan, means);
        channels.forEach(channel -> channel.pipeline().addLast(new Connection(run)));
        return run;
    }

    /*
     * The loop looks at the clock itself, in between what it reads. A second thread that woke it more often than once a
     * millisecond was tried, every 250 microseconds: waking the loop across threads cost more than all else, 50 microseconds a
     * request at 5,000 a second in place of 30. What a request is late by is in its latency, and told apart.
     */
    private static LoadResult finish(EventLoop loop, LoadPlan plan, LoadRun run)
            throws ExecutionException, InterruptedException {
        long every = Math.max(1, plan.look().toNanos());
        var looking = loop.scheduleWithFixedDelay(() -> look(run), 0, every, TimeUnit.NANOSECONDS);
        try {
            return run.result().get();
        } finally {
            looking.cancel(false);
        }
    }

    private static void look(LoadRun run) {
        try {
            run.look();
        } catch (RuntimeException failed) {
            run.failed(failed);
        }
    }

    @Override
    public void close() {
        var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
