package io.sekisho.cli.score;

import java.util.List;
import java.util.Locale;

/** Writes a score as one page that needs nothing else: no script, font, picture or address. */
final class ScorePage {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sekisho score</title>
            <style>
            :root { color-scheme: light dark; --ink: #1c2430; --paper: #ffffff; --card: #f5f7f9; --line: #dfe3e8;
              --dim: #5a6675; --good: #1f7a4d; --bad: #b3362b; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e4e8ee; --paper: #14181e; --card: #1d232b; --line: #333c48; --dim: #9aa6b5;
                --good: #3fae7c; --bad: #e5675b; }
            }
            body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
              margin: 2.5rem auto; max-width: 72rem; padding: 0 1.5rem; }
            h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.1rem; margin: 2.5rem 0 .6rem; }
            .dim, small { color: var(--dim); } small { display: block; font-size: .82em; }
            .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem;
              margin: 1.5rem 0; }
            .cards div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
              padding: .8rem 1rem; display: flex; flex-direction: column; }
            .cards b { margin-top: auto; font-size: 1.55rem; font-variant-numeric: tabular-nums; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { border-bottom: 1px solid var(--line); padding: .35rem .9rem .35rem 0; text-align: left;
              vertical-align: top; white-space: nowrap; }
            th { color: var(--dim); font-weight: 600; vertical-align: bottom; }
            th.figure, td.figure { text-align: right; padding: .35rem .45rem .35rem 1.1rem; }
            .bars { display: grid; grid-template-columns: max-content minmax(8rem, 24rem) max-content;
              gap: .4rem 1rem; align-items: center; }
            .bars svg { width: 100%; height: 14px; border-radius: 3px; }
            .stopped { fill: var(--good); } .lost { fill: var(--bad); } .none { fill: var(--line); }
            .keys { font-weight: normal; font-size: .9em; }
            .keys i { display: inline-block; width: .7em; height: .7em; border-radius: 2px; margin: 0 .35em 0 1em; }
            .keys .stopped { background: var(--good); } .keys .lost { background: var(--bad); }
            footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--dim); font-size: .9em; }
            </style>
            </head>
            <body>
            <h1>Sekisho score</h1>
            """;

    private static final String FOOT = """
            <footer><p>Stopped: denied; held until cancelled or for at least 24 hours; challenged with what the attacker does
            not hold; or the account was contained before. In brackets: 95 % intervals by Wilson's score. Where and how each
            figure is counted is told in docs/guide/score.md.</p></footer>
            </body>
            </html>
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    static String of(Score score) {
        ScorePage page = new ScorePage();
        page.summary(score);
        page.bars(score.attacks());
        List<Table> tables = new ScoreTables(score).tables();
        // What was read comes first on a terminal, where the end is in sight, and last on a page, where the beginning
        // is.
        tables.stream().skip(1).forEach(page::table);
        page.table(tables.getFirst());
        return page.page.append(FOOT).toString();
    }

    private void summary(Score score) {
        Score.Inputs inputs = score.inputs();
        if (inputs.events() > 0) {
            page.append("<p class=\"dim\">")
                    .append(Figures.day(inputs.fromMillis()))
                    .append(" to ")
                    .append(Figures.day(inputs.toMillis()))
                    .append(", ")
                    .append(Figures.whole(inputs.events()))
                    .append(" events, ")
                    .append(Figures.whole(inputs.decisions()))
                    .append(" decisions</p>\n");
        }
        page.append("<div class=\"cards\">\n");
        for (Headline headline : Headline.of(score)) {
            page.append("<div>").append(escaped(headline.title()));
            page.append("<b>").append(escaped(headline.figure())).append("</b>");
            page.append("<small>").append(escaped(headline.detail())).append("</small></div>\n");
        }
        page.append("</div>\n");
    }

    private void bars(List<Score.Attack> attacks) {
        if (attacks.isEmpty()) {
            return;
        }
        page.append(
                "<h2>Attack orders <span class=\"keys\"><i class=\"stopped\"></i>stopped <i class=\"lost\"></i>lost</span>");
        page.append("</h2>\n<div class=\"bars\">\n");
        for (Score.Attack attack : attacks) {
            String name = escaped(attack.scenario() + " " + attack.variant());
            page.append("<span>").append(name).append("</span>").append(bar(attack.stopped(), name));
            page.append("<span>")
                    .append(escaped(Figures.rate(attack.stopped())))
                    .append("</span>\n");
        }
        page.append("</div>\n");
    }

    private static String bar(Rate stopped, String name) {
        double width = 100 * stopped.share();
        String rest = stopped.of() == 0 ? "none" : "lost";
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" role=\"img\""
                        + " aria-label=\"%s: %d of %d orders stopped\"><rect class=\"%s\" width=\"100\" height=\"6\"/>"
                        + "<rect class=\"stopped\" width=\"%.2f\" height=\"6\"/></svg>",
                name,
                stopped.hits(),
                stopped.of(),
                rest,
                width);
    }

    private void table(Table table) {
        page.append("<h2>").append(escaped(table.title())).append("</h2>\n<div class=\"wide\"><table>\n");
        if (table.hasHeadings()) {
            row(table, table.headings(), "th");
        }
        table.rows().forEach(row -> row(table, row, "td"));
        page.append("</table></div>\n");
    }

    private void row(Table table, List<String> cells, String element) {
        page.append("<tr>");
        for (int column = 0; column < cells.size(); column++) {
            page.append('<').append(element).append(table.isFigures(column) ? " class=\"figure\">" : ">");
            page.append(cell(cells.get(column))).append("</").append(element).append('>');
        }
        page.append("</tr>\n");
    }

    /** What stands in brackets, an interval, goes under the figure, so that wide tables fit. */
    private static String cell(String text) {
        int bracket = text.indexOf(" [");
        return bracket < 0
                ? escaped(text)
                : escaped(text.substring(0, bracket)) + "<small>" + escaped(text.substring(bracket + 1)) + "</small>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
