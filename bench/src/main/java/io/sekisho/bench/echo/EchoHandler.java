package io.sekisho.bench.echo;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/** Answers every request once it has come whole, as long a decision usually is. */
final class EchoHandler extends ChannelInboundHandlerAdapter {

    private static final int BODY_BYTES = 600;

    private static final ByteBuf BODY = Unpooled.unreleasableBuffer(
            Unpooled.directBuffer(BODY_BYTES).writeBytes(body().getBytes(StandardCharsets.US_ASCII)));

    private static String body() {
        String head = "{\"decision\":\"allow\",\"echo\":\"";
        String end = "\"}";
        return head + "e".repeat(BODY_BYTES - head.length() - end.length()) + end;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        boolean isEnd = message instanceof LastHttpContent;
        ReferenceCountUtil.release(message);
        if (isEnd) {
            var _ = context.write(answer(), context.voidPromise());
        }
    }

    private static FullHttpResponse answer() {
        FullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, BODY.duplicate());
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, BODY_BYTES);
        return answer;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}
