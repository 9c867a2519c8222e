package io.sekisho.cli.story;

import io.sekisho.cli.score.Rate;
import io.sekisho.cli.score.Score;
import io.sekisho.engine.event.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was stopped, and what it cost honest customers. */
final class Bill {

    private static final int NAME_COLUMNS = 22;
    private static final int FIGURE_COLUMNS = 13;
    private static final int INDENT = 2;

    private final Score score;
    private final Words words;

    Bill(Score score, Words words) {
        this.score = score;
        this.words = words;
    }

    void write(Paper paper) {
        AttackSums sums = AttackSums.of(score);
        paper.heading(words.text("bill.attacks.title"));
        attacks(paper, sums);
        paper.blank();
        paper.indented(INDENT, Tone.PLAIN, words.text("bill.accounts", Words.whole(sums.accounts())));
        codes(paper, sums);
        if (sums.probes() > 0) {
            String passed = Words.whole(sums.probes() - sums.probesStopped());
            paper.indented(INDENT, Tone.PLAIN, words.text("bill.probes", Words.whole(sums.probes()), passed));
        }
        delays(paper);
        paper.heading(words.text("bill.honest.title"));
        honest(paper);
    }

    private void attacks(Paper paper, AttackSums sums) {
        row(
                paper,
                Tone.FAINT,
                "",
                List.of(words.text("bill.all"), words.text("bill.stopped"), words.text("bill.lost")));
        row(
                paper,
                Tone.PLAIN,
                words.text("bill.gift_orders"),
                List.of(
                        Words.whole(sums.orders()),
                        Words.whole(sums.stopped()),
                        Words.whole(sums.orders() - sums.stopped())));
        Money stopped = new Money(
                sums.atStake().value() - sums.lost().value(), sums.lost().currency());
        row(
                paper,
                Tone.PLAIN,
                words.text("bill.value"),
                List.of(words.money(sums.atStake()), words.money(stopped), words.money(sums.lost())));
    }

    private void codes(Paper paper, AttackSums sums) {
        String text = sums.codesLost() == 0
                ? words.text("bill.codes.none")
                : words.text("bill.codes", Words.whole(sums.codesLost()), Words.whole(sums.mostCodesLost()));
        paper.indented(INDENT, sums.codesLost() == 0 ? Tone.GOOD : Tone.BAD, text);
    }

    private void delays(Paper paper) {
        for (Score.Attack attack : score.attacks()) {
            Score.NoticeDelay delay = attack.delay();
            if (attack.variant().equals(Score.ALL) && delay.measured() > 0) {
                paper.indented(INDENT, Tone.PLAIN, delay(delay));
            }
        }
    }

    private String delay(Score.NoticeDelay delay) {
        if (delay.maxMillis() == 0 && delay.missing() == 0) {
            return words.text("bill.notice.at_once");
        }
        String median = words.duration(Duration.ofMillis(delay.medianMillis()));
        String slowest = words.duration(Duration.ofMillis(delay.maxMillis()));
        return words.text("bill.notice", median, slowest, delay.missing());
    }

    private void honest(Paper paper) {
        row(
                paper,
                Tone.FAINT,
                "",
                List.of(
                        words.text("bill.all"),
                        words.text("bill.asked"),
                        words.text("bill.held"),
                        words.text("bill.denied")));
        for (Score.Friction group : score.honest()) {
            String key = "bill.group." + group.group().replace(' ', '_');
            if (words.has(key)) {
                row(paper, Tone.PLAIN, words.text(key), counts(group));
            }
        }
        paper.blank();
        Score.Notices notices = score.notices();
        paper.indented(
                INDENT,
                Tone.PLAIN,
                words.text("bill.notices", String.format(Locale.ROOT, "%.2f", notices.perAccountMonth())));
    }

    private List<String> counts(Score.Friction group) {
        List<String> counts = new ArrayList<>(List.of(Words.whole(group.of())));
        for (Rate rate : List.of(group.challenged(), group.held(), group.denied())) {
            counts.add(Words.whole(rate.hits()) + " (" + words.percent(rate.share()) + ")");
        }
        return counts;
    }

    private static void row(Paper paper, Tone tone, String name, List<String> figures) {
        StringBuilder line = new StringBuilder(" ".repeat(INDENT)).append(DisplayWidth.left(name, NAME_COLUMNS));
        for (String figure : figures) {
            line.append(DisplayWidth.right(figure, FIGURE_COLUMNS));
        }
        paper.line(tone, line.toString());
    }
}
