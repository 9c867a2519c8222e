package io.sekisho.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Opens connections, and for a run that loses some opens others, until it hangs up. */
final class Dialer {

    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration REDIAL_AFTER = Duration.ofMillis(100);

    private final EventLoop loop;
    private final InetSocketAddress target;
    private final Bootstrap bootstrap;
    private volatile boolean isHungUp;

    Dialer(EventLoop loop, InetSocketAddress target) {
        this.loop = loop;
        this.target = target;
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new Unspoken());
    }

    /** Opens that many, or none. */
    List<Channel> dial(int connections) throws InterruptedException {
        List<ChannelFuture> dialled = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            dialled.add(bootstrap.clone().connect(target));
        }
        for (ChannelFuture connection : dialled) {
            if (!connection.await().isSuccess()) {
                dialled.stream().map(ChannelFuture::channel).forEach(Dialer::close);
                throw new UnreachableException("Nobody answers at " + target.getHostString() + ":" + target.getPort()
                        + " (" + connection.cause().getMessage() + ").");
            }
        }
        return dialled.stream().map(ChannelFuture::channel).toList();
    }

    /** Again and again, as long as the run lasts, which is bounded. */
    void redial(LoadRun run) {
        if (!isHungUp) {
            var _ = loop.schedule(() -> dialFor(run), REDIAL_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void dialFor(LoadRun run) {
        if (isHungUp) {
            return;
        }
        ChannelFuture dialled = bootstrap.connect(target);
        dialled.addListener(connected -> {
            if (connected.isSuccess()) {
                dialled.channel().pipeline().addLast(new Connection(run));
            } else {
                redial(run);
            }
        });
    }

    static void close(Channel channel) {
        if (channel.isRegistered()) {
            var _ = channel.close();
        }
    }

    void hangUp() {
        isHungUp = true;
    }

    /** A connection says nothing until a run takes it. */
    private static final class Unspoken extends ChannelInitializer<Channel> {

        @Override
        protected void initChannel(Channel channel) {
            // The run adds its own.
        }
    }
}
