package io.sekisho.bench.echo;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * A bare HTTP server on loopback: one event loop, Netty's own codec, the same JSON for every request. What it needs is the
 * least that a server built so needs.
 */
public final class EchoServer implements AutoCloseable {

    private final EventLoopGroup group;
    private final Channel listening;

    private EchoServer(EventLoopGroup group, Channel listening) {
        this.group = group;
        this.listening = listening;
    }

    /** Starts at a free port. */
    public static EchoServer start() {
        EventLoopGroup group =
                new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("echo", true), NioIoHandler.newFactory());
        Channel listening = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), new EchoHandler());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
        return new EchoServer(group, listening);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /**
     * Runs for as long as whoever started this process holds its connection: the one argument is the port to call, to which
     * the port of the server is told. So neither outlives the other, however it ends.
     */
    public static void main(String[] arguments) throws IOException {
        int starter = Integer.parseInt(arguments[0]);
        try (EchoServer server = start();
                Socket call = new Socket(InetAddress.getLoopbackAddress(), starter)) {
            new DataOutputStream(call.getOutputStream())
                    .writeInt(server.address().getPort());
            while (call.getInputStream().read() >= 0) {
                // Nothing is ever said; only the end counts.
            }
        }
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
