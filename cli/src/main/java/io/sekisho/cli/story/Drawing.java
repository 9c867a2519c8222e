package io.sekisho.cli.story;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/** Collects the elements of an SVG picture; the styles are those of {@link #STYLE}. */
final class Drawing {

    /*
     * The picture brings its own ground, so that it is legible on any page, and follows those who prefer dark pages.
     * Only fonts that systems have: a picture in a README may load nothing.
     */
    private static final String STYLE = """
            text{font:14px system-ui,-apple-system,"Segoe UI","Hiragino Sans","Noto Sans CJK JP","Noto Sans JP",\
            Roboto,sans-serif;fill:#1f2328}
            .clock{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#59636e}
            .title{font-size:20px;font-weight:600}.faint{fill:#59636e}.strong{font-weight:600}
            .done{fill:#0a5a8a}.pill{font-size:12px;font-weight:700;fill:#fff;text-anchor:middle}
            .ground{fill:#fff;stroke:#d1d9e0}.band{fill:#f6f8fa}.rule{stroke:#d1d9e0}
            .allow{fill:#1a7f37}.challenge{fill:#9a6700}.hold{fill:#8250df}.deny{fill:#cf222e}
            @media(prefers-color-scheme:dark){text{fill:#e6edf3}.clock,.faint{fill:#9198a1}.done{fill:#79c0ff}
            .pill{fill:#fff}.ground{fill:#0d1117;stroke:#3d444d}.band{fill:#151b23}.rule{stroke:#3d444d}
            .allow{fill:#238636}.hold{fill:#8957e5}.deny{fill:#da3633}}
            """;

    private static final int CORNER = 10;

    private final StringBuilder elements = new StringBuilder();

    void text(int x, int y, String styles, String text) {
        String style = styles.isEmpty() ? "" : " class=\"" + styles + "\"";
        append("<text x=\"%d\" y=\"%d\"%s>%s</text>\n", x, y, style, escaped(text));
    }

    /** The ground's lowest part in another shade, under a rule. */
    void band(int y, int width, int height) {
        rule(0, width, y);
        int corner = CORNER - 1;
        append(
                "<path d=\"M1 %1$d H%2$d v%3$d a%4$d %4$d 0 0 1 -%4$d %4$d H%5$d a%4$d %4$d 0 0 1 -%4$d -%4$d Z\" class=\"band\"/>\n",
                y + 1, width - 1, height - corner - 2, corner, corner + 1);
    }

    void box(Box box, String styles) {
        append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" class=\"%s\"/>\n",
                box.x(), box.y(), box.width(), box.height(), box.corner(), styles);
    }

    /** A rectangle in pixels; {@code corner} is the radius of its corners. */
    record Box(int x, int y, int width, int height, int corner) {}

    void rule(int fromX, int toX, int y) {
        append("<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" class=\"rule\"/>\n", fromX, toX, y, y);
    }

    @FormatMethod
    private void append(@FormatString String element, Object... values) {
        elements.append(String.format(Locale.ROOT, element, values));
    }

    /** The whole picture, on a ground of that size. */
    String svg(int width, int height, String title) {
        return String.format(
                Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>%3$s</title>
                <style>
                %4$s</style>
                <rect x="0.5" y="0.5" width="%5$d" height="%6$d" rx="%8$d" class="ground"/>
                %7$s</svg>
                """, width, height, escaped(title), STYLE, width - 1, height - 1, elements, CORNER);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
