package io.sekisho.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is read alike, however the network cuts it. */
final class ResponseParserTest {

    private static final String BODY = "{\"decision\":\"allow\",\"text\":\"関所\\n\"}";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nCONTENT-LENGTH:  "
            + BODY.getBytes(StandardCharsets.UTF_8).length + " \r\nX-Empty:\r\n\r\n" + BODY;

    @Test
    void readsAnAnswerCutAtAnyByte() {
        byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= answer.length; cut++) {
            ResponseParser parser = begun();

            ResponseParser.Step first = parser.read(Unpooled.wrappedBuffer(answer, 0, cut));
            ResponseParser.Step second = parser.read(Unpooled.wrappedBuffer(answer, cut, answer.length - cut));

            assertThat(first)
                    .as("cut at %d", cut)
                    .isEqualTo(cut < answer.length ? ResponseParser.Step.INCOMPLETE : ResponseParser.Step.COMPLETE);
            assertThat(second).as("cut at %d", cut).isEqualTo(ResponseParser.Step.COMPLETE);
            assertThat(parser.status()).isEqualTo(200);
            assertThat(parser.body()).as("cut at %d", cut).isEqualTo(BODY);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsManyAnswersInPiecesOfAnySize(long seed) {
        Random random = new Random(seed);
        ByteBuf stream = Unpooled.buffer();
        for (int i = 0; i < 200; i++) {
            String body = "x".repeat(random.nextInt(50));
            stream.writeCharSequence(
                    "HTTP/1.1 " + (400 + i) + " \nContent-Length: " + body.length() + "\n\n" + body,
                    StandardCharsets.US_ASCII);
        }
        ResponseParser parser = begun();
        ByteBuf arrived = Unpooled.buffer();

        int answers = 0;
        while (stream.isReadable()) {
            arrived.writeBytes(stream, Math.min(stream.readableBytes(), 1 + random.nextInt(40)));
            while (parser.read(arrived) == ResponseParser.Step.COMPLETE) {
                assertThat(parser.status()).as("seed %d", seed).isEqualTo(400 + answers);
                answers++;
                parser.begin(true);
            }
        }

        assertThat(answers).as("seed %d", seed).isEqualTo(200);
    }

    @Test
    void leavesWhatComesBehindAnAnswer() {
        ByteBuf two = Unpooled.copiedBuffer(ANSWER + "HTTP", StandardCharsets.UTF_8);

        assertThat(begun().read(two)).isEqualTo(ResponseParser.Step.COMPLETE);
        assertThat(two.toString(StandardCharsets.UTF_8)).isEqualTo("HTTP");
    }

    @Test
    void keepsTheBodyOfARefusalUnasked() {
        ResponseParser parser = new ResponseParser();
        parser.begin(false);
        parser.read(ascii("HTTP/1.1 503 Full\r\nContent-Length: 4\r\n\r\nwait"));
        assertThat(parser.body()).isEqualTo("wait");

        parser.begin(false);
        parser.read(ascii("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine"));
        assertThat(parser.body()).isEmpty();
    }

    @Test
    void keepsTheBeginningOfALongBody() {
        ResponseParser parser = begun();

        assertThat(parser.read(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "y".repeat(100_000))))
                .isEqualTo(ResponseParser.Step.COMPLETE);
        assertThat(parser.body()).isEqualTo("y".repeat(16 * 1024));
    }

    @Test
    void knowsTheLastAnswerOfAConnection() {
        ResponseParser parser = begun();
        parser.read(ascii("HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n"));
        assertThat(parser.isLast()).isTrue();

        parser.begin(true);
        parser.read(ascii("HTTP/1.1 204 None\r\nConnection: keep-alive\r\n\r\n"));
        assertThat(parser.isLast()).isFalse();
        assertThat(parser.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-x\r\n",
                "HTTP/1.0 200 OK\r\n",
                "HTTP/1.1 2x0 OK\r\n",
                "HTTP/1.1 99\r\n",
                "HTTP/1.1\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length:\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
                "HTTP/1.1 200 OK\r\n\r\n"
            })
    void refusesWhatIsNoAnswerWithALength(String bytes) {
        assertThat(begun().read(ascii(bytes))).isEqualTo(ResponseParser.Step.BROKEN);
    }

    @Test
    void refusesALineWithoutEnd() {
        assertThat(begun().read(ascii("HTTP/1.1 200 OK\r\nX: " + "z".repeat(9_000))))
                .isEqualTo(ResponseParser.Step.BROKEN);
    }

    private static ResponseParser begun() {
        ResponseParser parser = new ResponseParser();
        parser.begin(true);
        return parser;
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }
}
