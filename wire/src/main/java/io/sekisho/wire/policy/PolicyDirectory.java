package io.sekisho.wire.policy;

import io.sekisho.engine.expression.ValueList;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.policy.PolicyCompiler;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.rule.RuleDefinition;
import io.sekisho.wire.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A policy directory: policy.yaml, features.yaml, rules/*.yaml, lists/*.csv.
 *
 * @param problems all that was found, in the order of the files
 * @param policy absent where any problem is an error
 */
public record PolicyDirectory(
        Path path, Optional<PolicyDefinition> definition, Optional<Policy> policy, List<Problem> problems) {

    /** As a person reads them: policy.yaml, features.yaml, rules, lists. */
    private static final List<String> FILES = List.of("policy.yaml", "features.yaml", "rules/", "lists/");

    private static final Comparator<Problem> IN_READING_ORDER = Comparator.comparing(
            Problem::origin,
            Comparator.comparingInt(PolicyDirectory::place)
                    .thenComparing(Origin::file)
                    .thenComparingInt(Origin::line)
                    .thenComparingInt(Origin::column));

    public PolicyDirectory {
        problems = List.copyOf(problems);
    }

    /** Reads and compiles the directory. */
    public static PolicyDirectory read(Path path) {
        List<Problem> problems = new ArrayList<>();
        Optional<PolicyFile> file = policyFile(path, problems);
        FeaturesFile.Content features = features(path, problems);
        List<RuleDefinition> rules = rules(path, problems);
        TreeMap<String, ValueList> lists = lists(path, problems);
        Optional<PolicyDefinition> definition = file.map(policy -> policy.read(features, rules, lists));
        Optional<Policy> compiled = definition.flatMap(found -> PolicyCompiler.compile(found, problems::add));
        problems.sort(IN_READING_ORDER);
        boolean isSound = problems.stream().noneMatch(Problem::isError);
        return new PolicyDirectory(path, definition, compiled.filter(policy -> isSound), problems);
    }

    /**
     * A text that changes with any file of the directory: SHA-256 in hexadecimal digits.
     *
     * @throws UncheckedIOException if a file cannot be read
     */
    public static String fingerprint(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sha256.update(directory.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                sha256.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static int place(Origin origin) {
        int place = 0;
        while (place < FILES.size() && !origin.file().startsWith(FILES.get(place))) {
            place++;
        }
        return place;
    }

    private static Optional<PolicyFile> policyFile(Path path, List<Problem> problems) {
        Path policyFile = path.resolve("policy.yaml");
        if (!Files.isRegularFile(policyFile)) {
            problems.add(Problem.error(
                    new Origin("policy.yaml", 1, 1),
                    "file_missing",
                    "There is no policy.yaml in " + path
                            + "; a policy directory has one, and features.yaml and rules/*.yaml."));
            return Optional.empty();
        }
        return YamlFile.read(policyFile, "policy.yaml", problems::add)
                .flatMap(root -> root.mapping())
                .map(PolicyFile::new);
    }

    private static FeaturesFile.Content features(Path path, List<Problem> problems) {
        Path file = path.resolve("features.yaml");
        if (!Files.isRegularFile(file)) {
            return FeaturesFile.Content.NONE;
        }
        return YamlFile.read(file, "features.yaml", problems::add)
                .flatMap(root -> root.mapping())
                .map(FeaturesFile::read)
                .orElse(FeaturesFile.Content.NONE);
    }

    private static List<RuleDefinition> rules(Path path, List<Problem> problems) {
        List<RuleDefinition> rules = new ArrayList<>();
        for (Path file : files(path.resolve("rules"), ".yaml")) {
            YamlFile.read(file, "rules/" + file.getFileName(), problems::add)
                    .ifPresent(root -> root.elements()
                            .forEach(element -> RulesFile.read(element).ifPresent(rules::add)));
        }
        return rules;
    }

    private static TreeMap<String, ValueList> lists(Path path, List<Problem> problems) {
        TreeMap<String, ValueList> lists = new TreeMap<>();
        for (Path file : files(path.resolve("lists"), ".csv")) {
            String fileName = file.getFileName().toString();
            String name = fileName.substring(0, fileName.length() - ".csv".length());
            lists.put(name, ListFile.read(file, name, problems));
        }
        return lists;
    }

    /** The files of that ending in a folder, in the order of their names; none where there is no folder. */
    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
