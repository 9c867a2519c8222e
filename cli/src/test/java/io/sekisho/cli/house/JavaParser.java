package io.sekisho.cli.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Parses Java sources with the compiler's own parser, without compiling them. */
final class JavaParser {

    private JavaParser() {}

    /** One source that is in no file: what breaks a rule, to prove the rule. */
    static JavaSource planted(String path, String text) {
        return parse(List.of(TextFile.of(path, text))).getFirst();
    }

    static List<JavaSource> parse(List<TextFile> files) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Map<String, TextFile> byPath = files.stream().collect(Collectors.toMap(TextFile::path, file -> file));
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        problems,
                        List.of("-proc:none"),
                        null,
                        files.stream().map(Unparsed::new).toList());
        List<JavaSource> sources = new ArrayList<>();
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                // The compiler wraps the file objects, so only the address leads back.
                TextFile file =
                        byPath.get(unit.getSourceFile().toUri().getPath().substring(1));
                sources.add(new JavaSource(file.path(), file.text(), unit, positions));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!problems.getDiagnostics().isEmpty()) {
            throw new IllegalArgumentException("Not Java: " + problems.getDiagnostics());
        }
        return sources;
    }

    private static final class Unparsed extends SimpleJavaFileObject {

        private final TextFile file;

        Unparsed(TextFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }
}
