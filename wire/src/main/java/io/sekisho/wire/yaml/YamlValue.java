package io.sekisho.wire.yaml;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.problem.Suggestion;
import io.sekisho.wire.json.EchoedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a YAML file; asked for as something that it is not, it reports a problem and answers empty. */
public record YamlValue(Node node, YamlFile file) {

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
        if (node instanceof ScalarNode scalar) {
            return Optional.of(sourced(scalar));
        }
        return wrong("text");
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
            return Optional.of(scalar.getValue().equalsIgnoreCase("true"));
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
            return Optional.of(Double.parseDouble(scalar.getValue()));
        }
        return Optional.of(scalar.getTag().equals(Tag.BOOL) ? flag().orElse(false) : scalar.getValue());
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
