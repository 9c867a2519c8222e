package io.sekisho.wire.event;

import static io.sekisho.wire.event.SampleEvent.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are too many, or no JSON, or no event. */
class EventBytesTest {

    private static final String SECRET = "s3cr3t";

    @Test
    void takesSixtyFourKibibytesAndNotAByteMore() {
        byte[] most = padded(64 * 1024);
        assertThat(new EventReader().read(most)).isInstanceOf(Reading.Accepted.class);
        assertThat(problems(padded(64 * 1024 + 1))).isEqualTo("[ too_large]");
    }

    @Test
    void countsBytesAndNotCharacters() {
        SampleEvent event = ORDER.with("/data/note", "関".repeat(21_700));
        assertThat(event.text().length()).isLessThan(64 * 1024);
        assertThat(event.problems().toString()).isEqualTo("[ too_large]");
    }

    @Test
    void takesThirtyTwoLevelsAndNotOneMore() {
        assertThat(nested(30).problems()).isEmpty();
        assertThat(nested(31).problems().toString()).isEqualTo("[ too_deep]");
        assertThat(nested(20_000).problems().toString()).isEqualTo("[ too_deep]");
    }

    @Test
    void takesLongNamesAndNumbers() {
        assertThat(ORDER.with("/data/" + "n".repeat(60_000), 1L).problems()).isEmpty();
        assertThat(ORDER.replacing("\"channel\":\"web\"", "\"x\":0." + "3".repeat(60_000))
                        .problems())
                .isEmpty();
        assertThat(ORDER.replacing("\"channel\":\"web\"", "\"x\":" + "3".repeat(60_000))
                        .problems())
                .containsExactly("/data/x out_of_range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "s3cr3t",
                "{\"id\":s3cr3t}",
                "{\"id\":'s3cr3t'}",
                "{s3cr3t:1}",
                "{\"s3cr3t\"}",
                "{\"s3cr3t\":}",
                "{\"id\":\"s3cr3t}",
                "{\"id\":\"s3cr3t\\x\"}",
                "{\"id\":\"s3cr3t\n\"}",
                "{\"id\":\"s3cr3t\",}",
                "{\"id\":\"s3cr3t\" \"x\":1}",
                "{\"id\":01}",
                "{\"id\":+1}",
                "{\"id\":.5}",
                "{\"id\":1.}",
                "{\"id\":NaN}",
                "{\"id\":-Infinity}",
                "{\"id\":0x10}",
                "{\"id\":True}",
                "{\"id\":1} {\"id\":\"s3cr3t\"}",
                "{\"id\":1} s3cr3t",
                "{\"id\":1},",
                "{/* s3cr3t */\"id\":1}",
                "{\"id\":1} // s3cr3t",
                "<event>s3cr3t</event>",
                "id=s3cr3t&type=order.created"
            })
    void refusesWhatIsNotJsonWithoutRepeatingIt(String text) {
        Reading.Refused refused = (Reading.Refused) new EventReader().read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(SampleEvent.problemsOf(refused).toString()).isEqualTo("[ json_invalid]");
        assertThat(refused.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "null", "true", "7", "1.5", "\"s3cr3t\""})
    void refusesJsonThatIsNoObject(String text) {
        Reading.Refused refused = (Reading.Refused) new EventReader().read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(SampleEvent.problemsOf(refused).toString()).isEqualTo("[ wrong_type]");
        assertThat(refused.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "ff, a byte that UTF-8 never has",
        "80, a continuation without a beginning",
        "e381, a beginning without an end",
        "c080, an overlong NUL",
        "c1a1, an overlong letter",
        "e08080, another overlong NUL",
        "eda080, half a surrogate pair",
        "edb080, the other half",
        "f4908080, beyond the last character",
        "f8888080, five bytes"
    })
    void refusesBytesThatAreNotUtf8(String hex, String what) {
        byte[] bytes = ORDER.with("/data/note", "XXXX").bytes();
        byte[] wrong = HexFormat.of().parseHex(hex);
        int at = ORDER.with("/data/note", "XXXX").text().indexOf("XXXX");
        System.arraycopy(wrong, 0, bytes, at, wrong.length);

        Reading.Refused refused = (Reading.Refused) new EventReader().read(bytes);

        assertThat(SampleEvent.problemsOf(refused).toString()).as(what).isEqualTo("[ json_invalid]");
        assertThat(refused.problems().get(0).detail()).contains("UTF-8 from byte " + (at + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "Shift_JIS", "EUC-JP"})
    void refusesOtherEncodings(String charset) {
        byte[] bytes = ORDER.with("/data/note", "関所").text().getBytes(Charset.forName(charset));

        assertThat(problems(bytes)).isEqualTo("[ json_invalid]");
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(SampleEvent.of("\uFEFF" + ORDER.text()).accepted()).isEqualTo(ORDER.accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "x\\ud83dx", "\\ude00\\ud83d"})
    void refusesHalfCharacters(String escape) {
        assertThat(ORDER.replacing("\"id\":\"e1\"", "\"id\":\"" + escape + "\"").problems())
                .contains("/id invalid_text");
        assertThat(ORDER.replacing("\"channel\":\"web\"", "\"x\":[\"" + escape + "\"]")
                        .problems())
                .containsExactly("/data/x/0 invalid_text");
        assertThat(ORDER.replacing("\"channel\"", "\"" + escape + "\"").problems())
                .contains("/data invalid_text");
    }

    @Test
    void takesWholeCharactersHoweverTheyAreWritten() {
        SampleEvent escaped = ORDER.replacing("\"channel\":\"web\"", "\"x\":\"\\ud83d\\ude00\"");
        SampleEvent plain = ORDER.replacing("\"channel\":\"web\"", "\"x\":\"\ud83d\ude00\"");

        assertThat(escaped.accepted()).isEqualTo(plain.accepted());
    }

    private static SampleEvent nested(int levels) {
        return ORDER.replacing("\"channel\":\"web\"", "\"x\":" + "[".repeat(levels) + "]".repeat(levels));
    }

    private static byte[] padded(int length) {
        byte[] bytes = ORDER.bytes();
        byte[] padded = Arrays.copyOf(bytes, length);
        Arrays.fill(padded, bytes.length, length, (byte) ' ');
        return padded;
    }

    private static String problems(byte[] bytes) {
        return SampleEvent.problemsOf(new EventReader().read(bytes)).toString();
    }
}
