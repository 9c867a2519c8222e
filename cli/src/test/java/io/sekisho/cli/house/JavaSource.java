package io.sekisho.cli.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** A parsed Java source and where its parts stand. */
record JavaSource(String path, String text, CompilationUnitTree unit, SourcePositions positions) {

    /**
     * A method or constructor with a body.
     *
     * @param lines from the first line after the annotations to the closing brace
     * @param isOfRecord whether it is the constructor of a record, whose parameters are its components
     */
    record Method(String name, int line, int lines, int parameters, boolean isOverriding, boolean isOfRecord) {}

    /** A class, interface, record or enum, nested ones too. */
    record Type(String name, int line) {}

    String module() {
        return path.substring(0, path.indexOf('/'));
    }

    boolean isMain() {
        return path.contains("/src/main/");
    }

    boolean isPackageInfo() {
        return path.endsWith("/package-info.java");
    }

    /** Name of the package, {@code io.sekisho.cli.house}. */
    String packageName() {
        return unit.getPackageName().toString();
    }

    /** Name of the file without its ending, which is that of its outermost type. */
    String simpleName() {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }

    int lines() {
        return (int) text.lines().count();
    }

    Finding finding(int line, String what) {
        return new Finding(path, line, what);
    }

    int lineOf(Tree tree) {
        return lineAt(positions.getStartPosition(unit, tree));
    }

    int lineAt(long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }

    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        new TreeScanner<Void, ClassTree>() {
            @Override
            public Void visitClass(ClassTree type, ClassTree outer) {
                return super.visitClass(type, type);
            }

            @Override
            public Void visitMethod(MethodTree method, ClassTree type) {
                if (method.getBody() != null) {
                    methods.add(shape(method, type));
                }
                return super.visitMethod(method, type);
            }
        }.scan(unit, null);
        return methods;
    }

    List<Type> types() {
        List<Type> types = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                types.add(new Type(type.getSimpleName().toString(), lineOf(type)));
                return super.visitClass(type, null);
            }
        }.scan(unit, null);
        return types;
    }

    private Method shape(MethodTree method, ClassTree type) {
        int first = lineAt(signature(method));
        int last = lineAt(positions.getEndPosition(unit, method));
        return new Method(
                method.getName().toString(),
                first,
                last - first + 1,
                method.getParameters().size(),
                method.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getAnnotationType().toString().equals("Override")),
                method.getReturnType() == null && type.getKind() == Tree.Kind.RECORD);
    }

    /** Where the annotations end. */
    private long signature(MethodTree method) {
        List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
        if (annotations.isEmpty()) {
            return positions.getStartPosition(unit, method);
        }
        int at = (int) positions.getEndPosition(unit, annotations.getLast());
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
