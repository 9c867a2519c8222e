package io.sekisho.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One kept-alive connection with at most one request in flight. Owned by the event loop. */
final class Connection extends ChannelInboundHandlerAdapter {

    private static final int USUAL_REQUEST_BYTES = 2 * 1024;

    private final LoadRun run;
    private final ResponseParser parser = new ResponseParser();
    private @Nullable Channel channel;
    private @Nullable Flight flight;
    private boolean keepsBody;

    Connection(LoadRun run) {
        this.run = run;
    }

    Optional<Flight> flight() {
        return Optional.ofNullable(flight);
    }

    boolean isOpen() {
        return channel != null && channel.isActive();
    }

    /** Writes the next of the requests; its endpoint is known only then. */
    Route write(Requests requests, boolean keepsBody) {
        Channel open = channel();
        ByteBuf request = open.alloc().directBuffer(USUAL_REQUEST_BYTES);
        Route route = requests.next(request);
        this.keepsBody = keepsBody;
        parser.begin(keepsBody);
        var _ = open.writeAndFlush(request, open.voidPromise());
        return route;
    }

    void takeOff(Flight begun) {
        flight = begun;
    }

    /** The flight is over. */
    void land() {
        flight = null;
    }

    void close() {
        if (channel != null) {
            var _ = channel.close();
        }
    }

    /** The body of the answer read last, if it was kept. */
    Optional<String> keptBody() {
        return keepsBody || !Answers.isGood(parser.status()) ? Optional.of(parser.body()) : Optional.empty();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
        if (channel.isActive()) {
            run.opened(this);
        } else {
            run.closed(this);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            read(bytes);
        } finally {
            bytes.release();
        }
    }

    private void read(ByteBuf bytes) {
        if (flight == null) {
            run.spoke(this);
            return;
        }
        ResponseParser.Step step = parser.read(bytes);
        if (step == ResponseParser.Step.INCOMPLETE) {
            return;
        }
        boolean isWhole = step == ResponseParser.Step.COMPLETE && !bytes.isReadable();
        if (isWhole) {
            run.answered(this, parser.status(), parser.isLast());
        } else {
            run.spoke(this);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        run.closed(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            run.failed(cause);
        }
        // A reset closes the connection, and the run counts it.
        var _ = context.close();
    }

    private Channel channel() {
        if (channel == null) {
            throw new IllegalStateException("A request was to be sent over a connection that is not open");
        }
        return channel;
    }
}
