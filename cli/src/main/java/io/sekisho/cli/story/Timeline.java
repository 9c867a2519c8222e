package io.sekisho.cli.story;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.rule.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A case in rows: the owner before, the attack, the owner after. */
final class Timeline {

    private final CaseFile file;
    private final Words words;
    private final Phrases phrases;
    private final Consequences consequences;

    Timeline(CaseFile file, Words words) {
        this.file = file;
        this.words = words;
        this.phrases = new Phrases(words);
        this.consequences = new Consequences(words);
    }

    List<Entry> ownerBefore() {
        return entries(file.ownerBefore());
    }

    /**
     * The attack: row by row until the attacker was put out and one more order; what a recording without defence goes on
     * with is then gathered by kind and outcome.
     */
    List<Entry> attack() {
        List<Moment> attack = file.attack();
        int told = told(attack);
        List<Entry> entries = new ArrayList<>(entries(attack.subList(0, told)));
        Map<Kind, List<Moment>> alike = new LinkedHashMap<>();
        for (Moment moment : attack.subList(told, attack.size())) {
            if (moment.isDecided()) {
                alike.computeIfAbsent(new Kind(moment.type(), moment.outcome()), kind -> new ArrayList<>())
                        .add(moment);
            }
        }
        alike.values().forEach(moments -> gathered(moments).ifPresent(entries::add));
        return entries;
    }

    List<Entry> aftermath() {
        return entries(file.aftermath());
    }

    private record Answer(List<String> why, List<String> done) {}

    private Answer asBefore() {
        return new Answer(List.of(words.text("why.as_before")), List.of());
    }

    private record Kind(EventType type, Outcome outcome) {}

    /** How many events of the attack are told one by one: up to the next order after that which put the attacker out. */
    private static int told(List<Moment> attack) {
        boolean isOut = false;
        for (int i = 0; i < attack.size(); i++) {
            if (isOut && attack.get(i).type() == EventType.ORDER_CREATED) {
                return i;
            }
            isOut |= attack.get(i).contains();
        }
        return attack.size();
    }

    private List<Entry> entries(List<Moment> moments) {
        List<Entry> entries = new ArrayList<>();
        Set<Answer> told = new HashSet<>();
        for (Moment moment : moments) {
            Assessment assessment = moment.assessment();
            Optional<String> what = phrases.of(moment, file.isKnownDevice(moment.event()));
            if (assessment != null && what.isPresent()) {
                Answer answer = new Answer(consequences.why(assessment), consequences.done(moment));
                boolean isNew = told.add(answer) || answer.done().isEmpty();
                entries.add(entry(moment, what.get(), isNew ? answer : asBefore()));
            }
        }
        return entries;
    }

    private Optional<Entry> gathered(List<Moment> alike) {
        Moment first = alike.getFirst();
        Optional<String> what = alike.size() == 1 ? phrases.of(first, true) : phrases.more(alike);
        return what.map(text -> entry(first, text, asBefore()));
    }

    private Entry entry(Moment moment, String what, Answer answer) {
        Event event = moment.event();
        return new Entry(
                words.day(event.timeMillis(), event.offsetSeconds()),
                words.clock(event.timeMillis(), event.offsetSeconds()),
                what,
                moment.outcome(),
                answer.why(),
                answer.done());
    }
}
