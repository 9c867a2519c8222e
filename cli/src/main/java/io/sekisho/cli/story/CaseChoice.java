package io.sekisho.cli.story;

import io.sekisho.engine.event.EventType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the account whose story shows most; by what happened to it, never by how it was decided. */
final class CaseChoice {

    private static final int FEWEST_CODES = 4;
    private static final int MOST_CODES = 8;

    /** The owner's last order lies so long before, so that nobody takes it for the stranger's. */
    private static final long APART_MILLIS = Duration.ofDays(1).toMillis();

    private CaseChoice() {}

    /** The case that tells most; of equal ones that with the first account id. */
    static Optional<CaseFile> of(List<CaseFile> cases) {
        return cases.stream()
                .filter(file -> !of(file.attack(), EventType.ORDER_CREATED).isEmpty())
                .min(Comparator.comparingInt(CaseChoice::lacks).thenComparing(CaseFile::account));
    }

    /** How much of the whole story is lacking. */
    private static int lacks(CaseFile file) {
        List<Moment> attack = file.attack();
        List<Moment> orders = of(attack, EventType.ORDER_CREATED);
        long codes = orders.stream().filter(Moment::isGiftOrder).count();
        boolean isProbed = orders.getFirst().event().giftAmount() == 0;
        boolean isHidden = of(attack, EventType.ORDER_VISIBILITY_CHANGED).size() >= orders.size();
        boolean isApart = file.ownerBefore().stream()
                .noneMatch(moment -> moment.event().timeMillis() > file.attackMillis() - APART_MILLIS);
        boolean isLived = file.ownerBefore().stream().anyMatch(moment -> moment.type() == EventType.ORDER_CREATED);
        boolean isReported = file.aftermath().stream().anyMatch(moment -> moment.type() != EventType.PASSWORD_CHANGED);
        return (isProbed ? 0 : 4)
                + (codes >= FEWEST_CODES && codes <= MOST_CODES ? 0 : 4)
                + (isHidden ? 0 : 2)
                + (isApart ? 0 : 2)
                + (isLived ? 0 : 1)
                + (isReported ? 0 : 1);
    }

    private static List<Moment> of(List<Moment> moments, EventType type) {
        return moments.stream().filter(moment -> moment.type() == type).toList();
    }
}
