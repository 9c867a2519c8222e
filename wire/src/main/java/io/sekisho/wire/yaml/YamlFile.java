package io.sekisho.wire.yaml;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file being read.
 *
 * @param name as problems name it
 * @param lines of the file, for the columns of block texts
 */
public record YamlFile(String name, List<String> lines, Consumer<Problem> problems) {

    /** A larger file is refused. */
    private static final int MOST_CODE_POINTS = 4 * 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The root of a file; empty where it cannot be read or is no YAML, and then a problem was reported. */
    public static Optional<YamlValue> read(Path path, String name, Consumer<Problem> problems) {
        try {
            String text = Files.readString(path);
            return parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, name, problems);
        } catch (IOException unreadable) {
            problems.accept(Problem.error(
                    new Origin(name, 1, 1), "file_unreadable", "The file cannot be read as UTF-8 text: " + path + "."));
            return Optional.empty();
        }
    }

    /** As {@link #read}, of a text at hand. */
    public static Optional<YamlValue> parse(String text, String name, Consumer<Problem> problems) {
        YamlFile file = new YamlFile(name, text.lines().toList(), problems);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CODE_POINTS);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                problems.accept(Problem.error(new Origin(name, 1, 1), "yaml_empty", "The file is empty."));
                return Optional.empty();
            }
            return Optional.of(new YamlValue(root, file));
        } catch (MarkedYAMLException broken) {
            Origin origin = broken.getProblemMark() == null
                    ? new Origin(name, 1, 1)
                    : new Origin(
                            name,
                            broken.getProblemMark().getLine() + 1,
                            broken.getProblemMark().getColumn() + 1);
            problems.accept(Problem.error(origin, "yaml_invalid", "This is not YAML: " + broken.getProblem() + "."));
            return Optional.empty();
        } catch (YAMLException broken) {
            problems.accept(Problem.error(
                    new Origin(name, 1, 1), "yaml_invalid", "This is not YAML: " + broken.getMessage() + "."));
            return Optional.empty();
        }
    }
}
