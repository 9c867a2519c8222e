package io.sekisho.cli.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({"abc, 3", "注文, 4", "（）, 4", "ｱ, 1", "¥5, 2", "e\u0301, 1", "か\u3099, 2", "𠮷, 2", "─, 1", "'', 0"})
    void countsColumnsOfATerminal(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void padsByColumnsAndNotByCharacters() {
        assertThat(DisplayWidth.left("拒否", 6)).isEqualTo("拒否  ");
        assertThat(DisplayWidth.right("拒否", 6)).isEqualTo("  拒否");
        assertThat(DisplayWidth.left("DENY", 3)).isEqualTo("DENY");
    }

    @Test
    void breaksJapaneseAnywhereButBeforePunctuation() {
        assertThat(DisplayWidth.wrap("注文を停止。次", 10, Locale.JAPANESE)).containsExactly("注文を停", "止。次");
    }

    @Test
    void keepsAddressesAndHyphenatedWordsWhole() {
        assertThat(DisplayWidth.wrap("code for k***@mail.example by call-back", 20, Locale.ENGLISH))
                .containsExactly("code for", "k***@mail.example by", "call-back");
    }

    @Test
    void cutsAWordThatIsWiderThanALine() {
        assertThat(DisplayWidth.wrap("abcdefg 注", 3, Locale.ENGLISH)).containsExactly("abc", "def", "g", "注");
    }

    @Test
    void losesNothingAndNeverLeavesTheLine() {
        List<String> pieces = List.of("a", "order-mail", " ", "5,000", "注文", "を", "。", "（", "）", "k***@x.example", "ー");
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            int width = 2 + random.nextInt(40);

            List<String> lines = DisplayWidth.wrap(text.toString(), width, Locale.JAPANESE);

            assertThat(lines)
                    .as("seed %d", seed)
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
            assertThat(String.join("", lines).replace(" ", ""))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString().replace(" ", ""));
        }
    }
}
