package io.sekisho.wire.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.rule.RuleDefinition.Reason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the system itself gives as reasons, in both languages. */
class SystemReasonsTest {

    @Test
    void haveTheSameCodesInBothLanguages() throws IOException {
        assertThat(texts("SystemReasons_ja.properties").stringPropertyNames())
                .isEqualTo(texts("SystemReasons.properties").stringPropertyNames());
    }

    @Test
    void areToldAsTheFilesSay() throws IOException {
        Properties english = texts("SystemReasons.properties");
        Properties japanese = texts("SystemReasons_ja.properties");

        for (String code : english.stringPropertyNames()) {
            assertThat(SystemReasons.of(code))
                    .isEqualTo(new Reason(code, english.getProperty(code), japanese.getProperty(code)));
            assertThat(japanese.getProperty(code)).containsPattern("\\p{IsHan}");
            assertThat(english.getProperty(code)).matches("\\p{ASCII}+");
        }
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(SystemReasons.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
