package io.sekisho.cli.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reader who has one minute should see.
 *
 * @param figure the number
 * @param detail what it is made of
 */
record Headline(String title, String figure, String detail) {

    static List<Headline> of(Score score) {
        List<Headline> headlines = new ArrayList<>();
        List<Score.Attack> scenarios = score.attacks().stream()
                .filter(attack -> attack.variant().equals(Score.ALL))
                .toList();
        if (!scenarios.isEmpty()) {
            headlines.add(orders(scenarios));
            money(scenarios).forEach((currency, stake) -> headlines.add(money(stake)));
            headlines.add(notice(scenarios));
        }
        if (score.detection() != null) {
            detection(score.detection(), headlines);
        }
        for (Score.Friction group : score.honest()) {
            if (group.group().equals("orders") || (group.group().equals("gift orders") && group.of() > 0)) {
                headlines.add(rate("Honest " + group.group() + " challenged, held or denied", group.disturbed()));
            }
        }
        return headlines;
    }

    private static Headline orders(List<Score.Attack> scenarios) {
        long stopped =
                scenarios.stream().mapToLong(attack -> attack.stopped().hits()).sum();
        long all = scenarios.stream().mapToLong(attack -> attack.stopped().of()).sum();
        return rate("Attack orders stopped", new Rate(stopped, all));
    }

    private static Map<String, Score.Stake> money(List<Score.Attack> scenarios) {
        Map<String, Score.Stake> sums = new TreeMap<>();
        scenarios.stream()
                .flatMap(attack -> attack.stakes().stream())
                .forEach(stake -> sums.merge(
                        stake.currency(),
                        stake,
                        (a, b) -> new Score.Stake(a.currency(), a.stopped() + b.stopped(), a.lost() + b.lost())));
        return sums;
    }

    private static Headline money(Score.Stake stake) {
        String currency = stake.currency();
        String all = Figures.money(Math.addExact(stake.stopped(), stake.lost()), currency);
        return new Headline(
                "Money lost", Figures.money(stake.lost(), currency) + " " + currency, "of " + all + " at stake");
    }

    private static Headline notice(List<Score.Attack> scenarios) {
        long longest = scenarios.stream()
                .mapToLong(attack -> attack.delay().maxMillis())
                .max()
                .orElse(0);
        long told = scenarios.stream()
                .mapToLong(attack -> attack.delay().measured())
                .sum();
        long untold =
                scenarios.stream().mapToLong(attack -> attack.delay().missing()).sum();
        String detail = Figures.whole(told) + " owners told, " + Figures.whole(untold) + " never";
        return new Headline("Longest wait for the first notice", told == 0 ? "-" : Figures.duration(longest), detail);
    }

    private static void detection(Score.Detection detection, List<Headline> headlines) {
        headlines.add(rate("Fraud found", detection.count().recall()));
        headlines.add(rate("Flagged that is fraud", detection.count().precision()));
        if (detection.amounts().size() == 1) {
            Score.FoundAmount amount = detection.amounts().getFirst();
            Rate found = amount.minorUnits().recall();
            String detail = Figures.money(found.hits(), amount.currency()) + " of "
                    + Figures.money(found.of(), amount.currency()) + " " + amount.currency();
            headlines.add(new Headline("Fraud found, by amount", Figures.percent(found.share()), detail));
        }
    }

    private static Headline rate(String title, Rate rate) {
        String figure = rate.of() == 0 ? "-" : Figures.percent(rate.share());
        String detail = Figures.whole(rate.hits()) + " of " + Figures.whole(rate.of())
                + (rate.of() == 0 ? "" : " " + Figures.interval(rate));
        return new Headline(title, figure, detail);
    }
}
