package io.sekisho.cli.house;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A line of a comment in a Java source, without the marks that make it one. */
record Comment(int line, String text) {

    /*
     * Texts and characters are matched only to be passed over, so that what looks like a comment within them is none.
     * Possessive quantifiers, since a file may hold a comment of hundreds of lines.
     */
    private static final Pattern TOKEN = Pattern.compile("\"\"\"(?:[^\\\\\"]++|\\\\.|\"(?!\"\"))*+\"\"\""
            + "|\"(?:[^\"\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\n]++|\\\\.)*+'|(?<comment>//[^\n]*+|(?s:/[*].*?[*]/))");

    private static final Pattern MARKS = Pattern.compile("^\\s*(?:/[*]{1,2}|//|[*](?!/))?\\s?|\\s*[*]/$");

    static Stream<Comment> in(JavaSource source) {
        Matcher tokens = TOKEN.matcher(source.text());
        return Stream.iterate(tokens.find(), found -> found, found -> tokens.find())
                .filter(found -> tokens.group("comment") != null)
                .flatMap(found -> lines(tokens.group(), source.lineAt(tokens.start())));
    }

    private static Stream<Comment> lines(String comment, int first) {
        List<String> lines = comment.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(at ->
                        new Comment(first + at, MARKS.matcher(lines.get(at)).replaceAll("")));
    }
}
