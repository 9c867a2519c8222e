package io.sekisho.wire.yaml;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.problem.Suggestion;
import io.sekisho.wire.json.EchoedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a YAML file; asked for as something that it is not, it reports a problem and answers empty. */
public record YamlValue(Node node, YamlFile file) {

    /** What YAML 1.1 takes for true. */
    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    public Origin origin() {
        return new Origin(
                file.name(),
                node.getStartMark().getLine() + 1,
                node.getStartMark().getColumn() + 1);
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public Optional<Sourced> text() {
        if (isTagged()) {
            problem("yaml_tag", "YAML takes what begins with ! for a tag and drops it; put the text into quotes.");
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return Optional.of(sourced(scalar));
        }
        return wrong("text");
    }

    /** A condition such as {@code ! f.known} would lose its negation without a word. */
    private boolean isTagged() {
        int line = node.getStartMark().getLine();
        return line < file.lines().size()
                && file.lines().get(line).startsWith("!", node.getStartMark().getColumn());
    }

    /** As {@link #text}, but with the line breaks of the file, so that problems inside are shown where they stand. */
    public Optional<Sourced> expression() {
        return text().map(text -> LaidOutText.of((ScalarNode) node, file).orElse(text));
    }

    public Optional<Long> whole() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
            try {
                return Optional.of(Long.parseLong(scalar.getValue().replace("_", "")));
            } catch (NumberFormatException tooLong) {
                return wrong("a whole number");
            }
        }
        return wrong("a whole number");
    }

    public Optional<Boolean> flag() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            return Optional.of(TRUE.contains(scalar.getValue().toLowerCase(Locale.ROOT)));
        }
        return wrong("true or false");
    }

    /** A Long, Double, Boolean or String, as YAML reads it. */
    public Optional<Object> scalar() {
        if (!(node instanceof ScalarNode scalar)) {
            return wrong("a single value");
        }
        if (scalar.getTag().equals(Tag.INT)) {
            return whole().map(value -> value);
        }
        if (scalar.getTag().equals(Tag.FLOAT)) {
            return number(scalar.getValue());
        }
        return scalar.getTag().equals(Tag.BOOL) ? flag().map(flag -> flag) : text().map(Sourced::text);
    }

    /** YAML also has infinities and numbers to the base of 60, which no policy needs. */
    private Optional<Object> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text.replace("_", "")));
        } catch (NumberFormatException special) {
            return wrong("a plain number");
        }
    }

    public Optional<YamlMapping> mapping() {
        return node instanceof MappingNode mapping ? Optional.of(new YamlMapping(mapping, file)) : wrong("a mapping");
    }

    /** A text that is one of the words; any other is a problem, with the word that was probably meant. */
    public Optional<String> word(Collection<String> words) {
        Optional<String> word = text().map(Sourced::text);
        if (word.isPresent() && !words.contains(word.get())) {
            problem(
                    "unknown_value",
                    EchoedText.quoted(word.get()) + " is not known here; known are " + String.join(", ", words) + "."
                            + Suggestion.forWord(word.get(), words));
            return Optional.empty();
        }
        return word;
    }

    /** The elements of a list; empty after a problem. */
    public List<YamlValue> elements() {
        List<YamlValue> elements = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> elements.add(new YamlValue(element, file)));
        } else {
            wrong("a list");
        }
        return elements;
    }

    public void problem(String code, String detail) {
        file.problems().accept(Problem.error(origin(), code, detail));
    }

    private <T> Optional<T> wrong(String wanted) {
        problem("wrong_type", "This must be " + wanted + ".");
        return Optional.empty();
    }

    private Sourced sourced(ScalarNode scalar) {
        ScalarStyle style = scalar.getScalarStyle();
        Origin start = origin();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            int indent = indentOf(start.line());
            return new Sourced(scalar.getValue(), new Origin(start.file(), start.line() + 1, indent), indent);
        }
        boolean isQuoted = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
        Origin first = new Origin(start.file(), start.line(), start.column() + (isQuoted ? 1 : 0));
        return new Sourced(scalar.getValue(), first, first.column());
    }

    /** Column at which the line with that number from 0 begins, from 1. */
    private int indentOf(int line) {
        if (line >= file.lines().size()) {
            return 1;
        }
        String text = file.lines().get(line);
        return text.length() - text.stripLeading().length() + 1;
    }
}
