package io.sekisho.cli.story;

import io.sekisho.cli.score.Score;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a case ended, in a few sentences. */
final class Verdict {

    private final CaseFile file;
    private final Score score;
    private final Words words;

    /**
     * The verdict on a case.
     *
     * @param score of this account alone
     */
    Verdict(CaseFile file, Score score, Words words) {
        this.file = file;
        this.score = score;
        this.words = words;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        without().ifPresent(sentences::add);
        sentences.add(with());
        told().ifPresent(sentences::add);
        return sentences;
    }

    /** What the recording shows that nobody stopped. */
    private Optional<String> without() {
        List<Moment> redeemed = file.redeemed();
        if (redeemed.isEmpty()) {
            return Optional.empty();
        }
        Event last = redeemed.getLast().event();
        Money first = redeemed.getFirst().event().amount();
        long sum = redeemed.stream()
                .mapToLong(moment -> moment.event().giftAmount())
                .sum();
        String clock = words.clock(last.timeMillis(), last.offsetSeconds());
        Money total = new Money(sum, first == null ? "" : first.currency());
        return Optional.of(words.text("verdict.without", redeemed.size(), words.money(total), clock));
    }

    private String with() {
        AttackSums sums = AttackSums.of(score);
        return words.text(
                sums.codesLost() == 0 ? "verdict.with.nothing" : "verdict.with",
                words.money(sums.atStake()),
                words.money(sums.lost()),
                sums.codesLost());
    }

    private Optional<String> told() {
        long began = file.attackMillis();
        return file.firstNotice().map(notice -> {
            Event event = notice.event();
            String clock = words.clock(event.timeMillis(), event.offsetSeconds());
            String delay = event.timeMillis() == began
                    ? words.text("verdict.told.at_once", clock)
                    : words.text("verdict.told", clock, since(began, event));
            List<Moment> aftermath = file.aftermath();
            return aftermath.isEmpty()
                    ? delay
                    : delay
                            + words.text(
                                    "verdict.noticed",
                                    since(began, aftermath.getFirst().event()));
        });
    }

    private String since(long began, Event event) {
        return words.duration(Duration.ofMillis(event.timeMillis() - began));
    }
}
