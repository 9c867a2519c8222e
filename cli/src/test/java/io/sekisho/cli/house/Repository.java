package io.sekisho.cli.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of the repository under {@code sekisho.root}: those that git tracks, or all that a source archive holds. */
final class Repository {

    static final List<String> MODULES =
            List.of("engine", "wire", "simulator", "server", "client", "bench", "cli", "acceptance");

    /** What no archive of the sources holds. */
    private static final Set<String> LEFT_OUT = Set.of(".git", "target", "node_modules", ".idea", ".vscode");

    private static final Repository HERE = new Repository(Path.of(System.getProperty("sekisho.root", "..")));

    private final Path root;
    private final List<TextFile> files;
    private final List<JavaSource> java;

    private Repository(Path root) {
        this.root = root;
        this.files = paths(root)
                .filter(path -> Files.isRegularFile(root.resolve(path)))
                .sorted()
                .map(path -> read(root, path))
                .toList();
        this.java = JavaParser.parse(
                files.stream().filter(file -> file.path().endsWith(".java")).toList());
    }

    static Path root() {
        return HERE.root;
    }

    /** Every tracked file. */
    static List<TextFile> files() {
        return HERE.files;
    }

    /** Every tracked file that holds text. */
    static List<TextFile> texts() {
        return HERE.files.stream().filter(TextFile::isText).toList();
    }

    /** All Java sources, of tests too, but for the packages named planted, which break rules on purpose. */
    static List<JavaSource> java() {
        return HERE.java.stream()
                .filter(source -> !source.path().contains("/planted/"))
                .toList();
    }

    /** The Java sources that ship. */
    static List<JavaSource> main() {
        return java(JavaSource::isMain);
    }

    /** The Java sources of the modules that are not the command line: they neither print nor read a clock. */
    static List<JavaSource> core() {
        return java(source -> source.isMain() && !source.module().equals("cli"));
    }

    private static List<JavaSource> java(Predicate<JavaSource> which) {
        return java().stream().filter(which).toList();
    }

    private static Stream<String> paths(Path root) {
        return tracked(root).orElseGet(() -> walk(root));
    }

    /** Empty where there is no git, or no repository. */
    private static Optional<Stream<String>> tracked(Path root) {
        if (!Files.exists(root.resolve(".git"))) {
            return Optional.empty();
        }
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-zt", "--cached", "--others", "--exclude-standard")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0
                    ? Optional.of(Stream.of(listed.split("\0")).flatMap(Repository::kept))
                    : Optional.empty();
        } catch (IOException thereIsNoGit) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Interrupted while git lists the files", interrupted);
        }
    }

    /** A file that is new and not yet added counts among the sources; beside them it is whatever lies about. */
    private static Stream<String> kept(String listed) {
        boolean isNew = listed.startsWith("? ");
        String path = listed.substring(2);
        return isNew && !path.contains("/src/") ? Stream.empty() : Stream.of(path);
    }

    private static Stream<String> walk(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .map(root::relativize)
                    .filter(path -> path.iterator().hasNext())
                    .map(path -> path.toString().replace('\\', '/'))
                    .filter(path -> Stream.of(path.split("/")).noneMatch(LEFT_OUT::contains))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TextFile read(Path root, String path) {
        try {
            return new TextFile(path, Files.readAllBytes(root.resolve(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
