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
            :root { color-scheme: light dark; --ink: #1c2430; --paper: #ffffff; --line: #d5dae1; --dim: #5a6675;
              --good: #1f7a4d; --bad: #b3362b; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e4e8ee; --paper: #14181e; --line: #333c48; --dim: #9aa6b5; --good: #4cc38a; --bad: #ff7b6e; }
            }
            body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
              margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin-top: 2rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { border-bottom: 1px solid var(--line); padding: .3rem .7rem; text-align: left; white-space: nowrap; }
            th { color: var(--dim); font-weight: 600; } .figure { text-align: right; }
            .bars { display: grid; grid-template-columns: max-content 20rem max-content; gap: .3rem .8rem;
              align-items: center; }
            .stopped { fill: var(--good); } .lost { fill: var(--bad); } .none { fill: var(--line); }
            </style>
            </head>
            <body>
            <h1>Sekisho score</h1>
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    static String of(Score score) {
        ScorePage page = new ScorePage();
        page.bars(score.attacks());
        new ScoreTables(score).tables().forEach(page::table);
        return page.page.append("</body>\n</html>\n").toString();
    }

    private void bars(List<Score.Attack> attacks) {
        if (attacks.isEmpty()) {
            return;
        }
        page.append("<h2>Orders stopped (green) and lost (red)</h2>\n<div class=\"bars\">\n");
        for (Score.Attack attack : attacks) {
            String name = escaped(attack.scenario() + " " + attack.variant());
            String told = escaped(Figures.rate(attack.stopped()));
            page.append("<span>").append(name).append("</span>").append(bar(attack.stopped(), name));
            page.append("<span>").append(told).append("</span>\n");
        }
        page.append("</div>\n");
    }

    private static String bar(Rate stopped, String name) {
        double width = 100 * stopped.share();
        String rest = stopped.of() == 0 ? "none" : "lost";
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 100 6\" width=\"320\" height=\"16\" preserveAspectRatio=\"none\" role=\"img\""
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
            page.append(escaped(cells.get(column))).append("</").append(element).append('>');
        }
        page.append("</tr>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
