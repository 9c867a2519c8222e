package io.sekisho.wire.event;

import static io.sekisho.wire.event.SampleEvent.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two events are the same one. */
class FingerprintTest {

    private static final SampleEvent OWN = SampleEvent.of("custom.x", "{\"a\":5000,\"b\":[1,2],\"c\":{\"d\":\"関所/\"}}");

    @ParameterizedTest
    @CsvSource({
        "'\"a\":5000', '\"a\":5000.0'",
        "'\"a\":5000', '\"a\":5e3'",
        "'\"a\":5000', '\"a\":0.5E+4'",
        "'\"a\":5000', '\"a\": \t 5000 '",
        "'\"a\":5000,\"b\":[1,2]', '\"b\":[1.0,2],\"a\":5000'",
        "'関所/', '\\u95a2\\u6240\\/'",
        "'\"c\"', '\"\\u0063\"'",
        "'\"id\":\"e1\",', '\"id\":\"e1\",\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\",'",
        "'\"id\":\"e1\",', '\"id\":\"e1\",\"recordedtime\":\"2023-09-13T02:14:09+09:00\",'",
        "'\"id\":\"e1\",', '\"id\":\"e1\",\"subject\":null,'",
        "'\"specversion\":\"1.0\",\"id\":\"e1\"', '\"id\":\"e1\",\"specversion\":\"1.0\"'"
    })
    void isTheSameHoweverTheBodyIsWritten(String text, String otherText) {
        Reading.Accepted other = OWN.replacing(text, otherText).accepted();

        assertThat(other.body()).isEqualTo(OWN.accepted().body());
        assertThat(other.canonical()).isEqualTo(OWN.accepted().canonical());
        assertThat(other.identity()).isEqualTo(OWN.accepted().identity());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"a\":5000', '\"a\":5001'",
        "'\"a\":5000', '\"a\":5000.5'",
        "'\"a\":5000', '\"a\":\"5000\"'",
        "'\"a\":5000', '\"a\":-5000'",
        "'\"a\":5000', '\"a\":null'",
        "'\"a\":5000', '\"A\":5000'",
        "'\"a\":5000,', ''",
        "'[1,2]', '[2,1]'",
        "'[1,2]', '[1,2,null]'",
        "'関所/', '関所'",
        "'関所/', '関所/ '",
        "'02:14:05+09:00', '02:14:05.000+09:00'",
        "'02:14:05+09:00', '02:14:06+09:00'",
        "'2023-09-13T02:14:05+09:00', '2023-09-12T17:14:05Z'",
        "'\"id\":\"e1\",', '\"id\":\"e1\",\"subject\":\"x\",'",
        "'\"id\":\"e1\",', '\"id\":\"e1\",\"tracestate\":\"x\",'",
        "'custom.x', 'custom.y'"
    })
    void differsWhereAnythingElseDiffers(String text, String otherText) {
        Reading.Accepted other = OWN.replacing(text, otherText).accepted();

        assertThat(other.body()).isNotEqualTo(OWN.accepted().body());
        assertThat(other.identity()).isEqualTo(OWN.accepted().identity());
    }

    /** Else whoever reads the journal could try out what a shop may have sent. */
    @Test
    void ofABodyTellsNothingToWhoeverLacksTheSecret() {
        Fingerprint open = OWN.accepted().body();
        Reading.Accepted one = accepted(new EventReader(new byte[] {1, 2, 3}));
        Reading.Accepted again = accepted(new EventReader(new byte[] {1, 2, 3}));
        Reading.Accepted other = accepted(new EventReader(new byte[] {1, 2, 4}));

        assertThat(one.body()).isNotEqualTo(open).isEqualTo(again.body()).isNotEqualTo(other.body());
        assertThat(one.identity()).isEqualTo(OWN.accepted().identity()).isEqualTo(other.identity());
    }

    @Test
    void anEventMadeAgainFromItsTreeIsTheEventThatWasRead() {
        for (ContractTable.Row row : ContractTable.rows()) {
            Reading.Accepted read = row.full().accepted();
            assertThat(EventReader.checked(read.tree(), read.event().receivedMillis()))
                    .as("%s", row)
                    .isEqualTo(read.event());
            assertThat(EventReader.checked(tree(read.canonical()), read.event().receivedMillis()))
                    .as("%s, from its canonical form", row)
                    .isEqualTo(read.event());
        }
    }

    @SuppressWarnings("unchecked") // An event is an object.
    private static Map<String, Object> tree(String canonical) {
        return (Map<String, Object>) SampleEvent.value(canonical);
    }

    private static Reading.Accepted accepted(EventReader reader) {
        return (Reading.Accepted) reader.read(OWN.bytes());
    }

    @Test
    void keepsTraceparentInDataApart() {
        assertThat(OWN.with("/data/traceparent", "x").accepted().body())
                .isNotEqualTo(OWN.accepted().body());
    }

    @Test
    void identifiesByTheWholeOfSourceAndId() {
        Fingerprint identity = ORDER.accepted().identity();

        assertThat(ORDER.with("/id", "e2").accepted().identity()).isNotEqualTo(identity);
        assertThat(ORDER.with("/source", "https://shop.example/").accepted().identity())
                .isNotEqualTo(identity);
        assertThat(ORDER.with("/source", "https://shop.examplee")
                        .with("/id", "1")
                        .accepted()
                        .identity())
                .isNotEqualTo(identity);
    }

    @Test
    void isTheBeginningOfTheSha256OfTheCanonicalForm() throws NoSuchAlgorithmException {
        Reading.Accepted accepted = ORDER.accepted();
        ByteBuffer digest = ByteBuffer.wrap(
                MessageDigest.getInstance("SHA-256").digest(accepted.canonical().getBytes(StandardCharsets.UTF_8)));

        assertThat(accepted.body()).isEqualTo(new Fingerprint(digest.getLong(), digest.getLong()));
    }

    @Test
    void isTheSameForOneReaderUsedTwice() {
        EventReader reader = new EventReader();
        Reading first = reader.read(ORDER.bytes());
        assertThat(reader.read(OWN.bytes())).isEqualTo(OWN.read());
        assertThat(reader.read(ORDER.bytes())).isEqualTo(first);
    }
}
