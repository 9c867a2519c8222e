package io.sekisho.cli.score;

import java.util.ArrayList;
import java.util.List;

/** Lays a score out as tables. */
final class ScoreTables {

    private static final List<String> FRICTION =
            List.of("", "of", "challenged [95 %]", "held [95 %]", "denied [95 %]", "notified [95 %]");

    private final Score score;

    ScoreTables(Score score) {
        this.score = score;
    }

    /** The tables that have rows, in the order of reading. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(inputs());
        tables.add(attacks());
        tables.add(stakes());
        tables.add(codes());
        tables.add(delays());
        tables.add(friction("Honest customers: orders", score.honest()));
        tables.add(notices());
        tables.add(friction("Honest customers: decisions by event type", score.types()));
        tables.add(traps());
        tables.add(detection());
        tables.add(amounts());
        tables.removeIf(table -> table.rows().isEmpty());
        return tables;
    }

    private Table inputs() {
        Score.Inputs in = score.inputs();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("events", in.events(), "repeated " + in.repeatedEvents()));
        rows.add(row(
                "decisions",
                in.decisions(),
                "repeated " + in.repeatedDecisions() + ", about unknown events " + in.unknownDecisions()));
        rows.add(row("labels", in.labels(), "matching nothing " + in.unmatchedLabels()));
        rows.add(row("orders without decision", in.undecidedOrders(), "count as let through"));
        String span = in.events() == 0 ? "-" : Figures.time(in.fromMillis()) + " to " + Figures.time(in.toMillis());
        rows.add(List.of("time", span, ""));
        rows.add(List.of("without label", in.isUnlabelledHonest() ? "honest" : "unknown", ""));
        return new Table("Read", List.of("", "", ""), rows);
    }

    private static List<String> row(String name, long count, String remark) {
        return List.of(name, Figures.whole(count), remark);
    }

    private static String name(Score.Attack attack) {
        return attack.scenario() + " " + attack.variant();
    }

    private Table attacks() {
        List<List<String>> rows = new ArrayList<>();
        for (Score.Attack attack : score.attacks()) {
            Rate stopped = attack.stopped();
            rows.add(List.of(
                    name(attack),
                    Figures.whole(attack.cases()),
                    Figures.whole(stopped.of()),
                    Figures.whole(stopped.hits()),
                    Figures.whole(stopped.of() - stopped.hits()),
                    Figures.rate(stopped),
                    Figures.whole(attack.probes().of() - attack.probes().hits()),
                    Figures.whole(attack.probes().hits())));
        }
        return new Table(
                "Attacks: orders with stored value at stake",
                List.of("", "cases", "orders", "stopped", "lost", "stopped [95 %]", "probes passed", "probes stopped"),
                rows);
    }

    private Table stakes() {
        List<List<String>> rows = new ArrayList<>();
        for (Score.Attack attack : score.attacks()) {
            for (Score.Stake stake : attack.stakes()) {
                double all = (double) stake.stopped() + stake.lost();
                rows.add(List.of(
                        name(attack),
                        stake.currency(),
                        Figures.money(stake.stopped(), stake.currency()),
                        Figures.money(stake.lost(), stake.currency()),
                        all == 0 ? "-" : Figures.percent(stake.stopped() / all)));
            }
        }
        return new Table("Attacks: money", List.of("", "currency", "stopped", "lost", "share stopped"), rows);
    }

    private Table codes() {
        List<List<String>> rows = new ArrayList<>();
        for (Score.Attack attack : score.attacks()) {
            rows.add(List.of(
                    name(attack),
                    Figures.whole(attack.codesLost()),
                    Figures.whole(attack.mostCodesLost()),
                    Figures.distribution(attack.accountsByCodesLost())));
        }
        return new Table(
                "Attacks: codes lost", List.of("", "codes", "most of an account", "accounts by codes lost"), rows);
    }

    private Table delays() {
        List<List<String>> rows = new ArrayList<>();
        for (Score.Attack attack : score.attacks()) {
            Score.NoticeDelay delay = attack.delay();
            boolean isMeasured = delay.measured() > 0;
            rows.add(List.of(
                    name(attack),
                    Figures.whole(delay.measured()),
                    isMeasured ? Figures.duration(delay.medianMillis()) : "-",
                    isMeasured ? Figures.duration(delay.p95Millis()) : "-",
                    isMeasured ? Figures.duration(delay.maxMillis()) : "-",
                    Figures.whole(delay.missing()),
                    Figures.whole(delay.withoutAttackEvent())));
        }
        return new Table(
                "Attacks: first attack event to first notice",
                List.of("", "accounts", "median", "95th of 100", "longest", "no notice", "no attack event"),
                rows);
    }

    private static Table friction(String title, List<Score.Friction> groups) {
        List<List<String>> rows = new ArrayList<>();
        for (Score.Friction group : groups) {
            addFriction(rows, group.group(), group);
        }
        return new Table(title, FRICTION, rows);
    }

    /** A group that nobody is in says nothing. */
    private static void addFriction(List<List<String>> rows, String name, Score.Friction group) {
        if (group.of() > 0) {
            rows.add(List.of(
                    name,
                    Figures.whole(group.of()),
                    counted(group.challenged()),
                    counted(group.held()),
                    counted(group.denied()),
                    counted(group.notified())));
        }
    }

    private static String counted(Rate rate) {
        return rate.of() == 0 ? "-" : Figures.whole(rate.hits()) + " = " + Figures.rate(rate);
    }

    private Table notices() {
        Score.Notices notices = score.notices();
        List<List<String>> rows = new ArrayList<>();
        if (notices.accounts().of() > 0) {
            rows.add(List.of(
                    "never attacked",
                    Figures.whole(notices.accounts().of()),
                    counted(notices.accounts()),
                    Figures.whole(notices.notices()),
                    String.format(java.util.Locale.ROOT, "%.4f", notices.perAccountMonth())));
        }
        return new Table(
                "Honest customers: notices",
                List.of("", "accounts", "with a notice [95 %]", "notices", "an account in 30 days"),
                rows);
    }

    private Table traps() {
        List<List<String>> rows = new ArrayList<>();
        for (Score.Trap trap : score.traps()) {
            String name = trap.trap() + " (" + Figures.whole(trap.accounts()) + " accounts)";
            addFriction(rows, name + " orders", trap.orders());
            addFriction(rows, name + " gift orders", trap.giftOrders());
            addFriction(rows, name + " all decisions", trap.decisions());
        }
        return new Table("Traps", FRICTION, rows);
    }

    private Table detection() {
        List<List<String>> rows = new ArrayList<>();
        Score.Detection detection = score.detection();
        if (detection != null) {
            Score.Found found = detection.count();
            rows.add(List.of(
                    "events",
                    Figures.whole(found.fraudFlagged()),
                    Figures.whole(found.fraudMissed()),
                    Figures.whole(found.honestFlagged()),
                    Figures.whole(found.honestPassed()),
                    Figures.rate(found.precision()),
                    Figures.rate(found.recall())));
        }
        return new Table(
                "Labelled fraud: flagged is every outcome but allow",
                List.of("", "found", "missed", "honest flagged", "honest passed", "precision [95 %]", "recall [95 %]"),
                rows);
    }

    private Table amounts() {
        List<List<String>> rows = new ArrayList<>();
        Score.Detection detection = score.detection();
        if (detection != null) {
            detection.amounts().stream()
                    .filter(amount -> amount.minorUnits().recall().of() > 0)
                    .forEach(amount -> rows.add(amountRow(amount.currency(), amount.minorUnits())));
        }
        return new Table(
                "Labelled fraud: by amount, in currencies that have any",
                List.of("", "found", "missed", "honest flagged", "honest passed", "precision", "recall"),
                rows);
    }

    private static List<String> amountRow(String currency, Score.Found sums) {
        return List.of(
                currency,
                Figures.money(sums.fraudFlagged(), currency),
                Figures.money(sums.fraudMissed(), currency),
                Figures.money(sums.honestFlagged(), currency),
                Figures.money(sums.honestPassed(), currency),
                share(sums.precision()),
                share(sums.recall()));
    }

    private static String share(Rate ofMinorUnits) {
        return ofMinorUnits.of() == 0 ? "-" : Figures.percent(ofMinorUnits.share());
    }
}
