package io.sekisho.server.pages.web;

import io.sekisho.engine.event.EventType;
import io.sekisho.server.notice.Notice;
import io.sekisho.server.pages.words.Phrases;
import io.sekisho.server.pages.words.Times;
import io.sekisho.server.projection.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An account's events by day, each on the side of who did it: a device that was known, a new one, or the shop. */
final class Timeline {

    private final Newcomers newcomers;
    private final Phrases phrases;
    private final Times times;

    Timeline(Newcomers newcomers, Phrases phrases) {
        this.newcomers = newcomers;
        this.phrases = phrases;
        this.times = phrases.times();
    }

    /** The entries of one day, in the order of the page. */
    record Day(String name, List<Entry> entries) {}

    /**
     * What happened once.
     *
     * @param lane known, new, shop
     * @param isTold whether no device did it: the shop tells of it
     * @param mark sign-in, change, order, money, code, talk
     * @param outcome empty where nothing was decided
     * @param label empty where it has none
     */
    record Entry(
            String iso,
            String clock,
            String lane,
            boolean isTold,
            String mark,
            String what,
            String order,
            String orderHref,
            boolean isHidden,
            String label,
            String outcome,
            String outcomeWord,
            String href,
            String reason) {}

    /** What the owner was told of a decision stands where that was taken, just after it. */
    List<Day> days(List<Happening> happenings, List<Notice> notices, boolean isOldestFirst) {
        Map<String, List<Notice>> byDecision = notices.stream().collect(Collectors.groupingBy(Notice::decisionId));
        List<Day> days = new ArrayList<>();
        for (Happening happening : happenings) {
            List<Entry> moment = new ArrayList<>(List.of(entry(happening)));
            told(happening, byDecision).forEach(notice -> moment.add(entry(happening, notice)));
            dayOf(happening, days).entries().addAll(isOldestFirst ? moment : moment.reversed());
        }
        return days;
    }

    private Day dayOf(Happening happening, List<Day> days) {
        String name = times.day(happening.happenedMillis(), happening.offsetSeconds());
        if (days.isEmpty() || !days.getLast().name().equals(name)) {
            days.add(new Day(name, new ArrayList<>()));
        }
        return days.getLast();
    }

    private static List<Notice> told(Happening happening, Map<String, List<Notice>> byDecision) {
        Happening.Judged judged = happening.judged();
        return judged == null ? List.of() : byDecision.getOrDefault(judged.decisionId(), List.of());
    }

    private Entry entry(Happening happening, Notice notice) {
        ToldRow told = ToldRow.of(notice, happening.offsetSeconds(), phrases);
        return new Entry(
                times.iso(happening.happenedMillis(), happening.offsetSeconds()),
                times.clock(happening.happenedMillis(), happening.offsetSeconds()),
                "shop",
                true,
                "talk",
                phrases.say("account.told.entry", told.state()),
                "",
                "",
                false,
                "",
                "",
                "",
                "",
                told.took().isEmpty()
                        ? told.reference()
                        : told.reference() + ", " + phrases.say("account.told.after", told.took()));
    }

    private Entry entry(Happening happening) {
        Happening.Judged judged = happening.judged();
        String order = happening.orderId();
        return new Entry(
                times.iso(happening.happenedMillis(), happening.offsetSeconds()),
                times.clock(happening.happenedMillis(), happening.offsetSeconds()),
                lane(happening),
                happening.deviceId() == null,
                mark(happening.type()),
                phrases.what(happening),
                order == null ? "" : order,
                order == null ? "" : Paths.order(order),
                happening.isHidden() && happening.type().equals("order.created"),
                label(happening.label()),
                judged == null ? "" : judged.outcome(),
                judged == null ? "" : phrases.outcome(judged.outcome()),
                judged == null ? "" : Paths.decision(judged.decisionId()),
                judged == null || judged.outcome().equals("allow")
                        ? ""
                        : phrases.reason(judged.policyId(), judged.reason()));
    }

    private String lane(Happening happening) {
        if (Newcomers.isByShop(happening)) {
            return "shop";
        }
        return newcomers.isByNew(happening) ? "new" : "known";
    }

    private String label(@Nullable String label) {
        return label == null ? "" : phrases.sayOr("label." + label, label);
    }

    private static String mark(String type) {
        return switch (EventType.named(type).orElse(EventType.CUSTOM).family()) {
            case LOGIN, SESSION, VERIFICATION, THREE_DS -> "sign-in";
            case PASSWORD, CREDENTIAL, ACCOUNT_CHANGE, NOTIFICATION, ADDRESS, PAYMENT_METHOD, WALLET -> "change";
            case CART, ORDER, VISIBILITY -> "order";
            case PAYMENT, BALANCE -> "money";
            case GIFT_CODE -> "code";
            case SECURITY_NOTIFICATION, NOTICE, DISPUTE, SUPPORT, SIGNAL, LABEL, CUSTOM -> "talk";
        };
    }
}
