package io.sekisho.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.problem.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compiles CEL texts against a vocabulary and the policy's lists.
 *
 * <p>An expression is bounded: {@link #MOST_CODE_POINTS} long, {@link #MOST_ITERATIONS} steps of comprehensions; beyond
 * the first it is refused, beyond the second it could not tell.
 */
public final class Expressions {

    static final int MOST_CODE_POINTS = 4_000;
    static final int MOST_ITERATIONS = 10_000;

    private static final Pattern PATH = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    /** cel-java's planner asks for this one; regular expressions are RE2 and safe. */
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(MOST_CODE_POINTS)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .build();

    private final Vocabulary vocabulary;
    private final ListBook lists;
    private final CelCompiler compiler;
    private final CelRuntime runtime;

    @SuppressWarnings("Immutable") // Lists change between events only, never within one.
    public Expressions(Vocabulary vocabulary, ListBook lists) {
        this.vocabulary = vocabulary;
        this.lists = lists;
        this.compiler = compiler(vocabulary);
        this.runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(CelFunctionBinding.from(
                        Macros.IN_LIST, List.of(String.class, Object.class, Instant.class), this::isInList))
                .addFunctionBindings(
                        CelFunctionBinding.from(Macros.HAS_PATH, Map.class, List.class, Expressions::hasPath))
                .build();
    }

    /** The expression, or nothing, and then at least one problem was reported. */
    public Optional<Expression> compile(Sourced source, Consumer<Problem> problems) {
        CelValidationResult result = compiler.compile(source.text());
        if (result.hasError()) {
            result.getErrors().forEach(issue -> problems.accept(problem(source, issue)));
            return Optional.empty();
        }
        try {
            return Optional.of(plan(source, result.getAst(), problems));
        } catch (CelValidationException | CelEvaluationException refused) {
            String detail = String.valueOf(refused.getMessage());
            problems.accept(Problem.error(source.origin(), "expression_invalid", detail));
            return Optional.empty();
        }
    }

    /** As {@link #compile}, of an expression that must say true or false. */
    public Optional<Expression> compileCondition(Sourced source, Consumer<Problem> problems) {
        Optional<Expression> compiled = compile(source, problems);
        if (compiled.isPresent() && !isType(compiled.get().type(), SimpleType.BOOL)) {
            problems.accept(Problem.error(
                    source.origin(),
                    "expression_type",
                    "This must be true or false, but it is of type "
                            + compiled.get().type().name() + ". Compare it with something."));
            return Optional.empty();
        }
        return compiled;
    }

    static boolean isType(CelType actual, CelType wanted) {
        return actual.equals(wanted) || actual.equals(SimpleType.DYN);
    }

    private Expression plan(Sourced source, CelAbstractSyntaxTree ast, Consumer<Problem> problems)
            throws CelEvaluationException {
        new TreeCheck(source, ast, problems).check(ast.getExpr());
        Set<String> references = new TreeSet<>();
        for (CelReference reference : ast.getReferenceMap().values()) {
            if (vocabulary.types().containsKey(reference.name())) {
                references.add(reference.name());
            }
        }
        return new Expression(runtime.createProgram(ast), ast.getResultType(), references);
    }

    private static CelCompiler compiler(Vocabulary vocabulary) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .addMacros(Macros.all())
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        Macros.IN_LIST,
                        CelOverloadDecl.newGlobalOverload(
                                Macros.IN_LIST,
                                SimpleType.BOOL,
                                SimpleType.STRING,
                                SimpleType.DYN,
                                SimpleType.TIMESTAMP)))
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        Macros.HAS_PATH,
                        CelOverloadDecl.newGlobalOverload(
                                Macros.HAS_PATH,
                                SimpleType.BOOL,
                                MapType.create(SimpleType.STRING, SimpleType.DYN),
                                ListType.create(SimpleType.STRING))));
        vocabulary.types().forEach(builder::addVar);
        return builder.build();
    }

    private Object isInList(Object[] arguments) {
        return lists.contains((String) arguments[0], arguments[1], ((Instant) arguments[2]).toEpochMilli());
    }

    private static Object hasPath(Map<?, ?> data, List<?> steps) {
        Object value = data;
        for (Object step : steps) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value != null;
    }

    private Problem problem(Sourced source, CelIssue issue) {
        int line = issue.getSourceLocation().getLine();
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        String detail = issue.getMessage().replace(" (in container '')", "");
        if (detail.startsWith("undeclared reference")) {
            detail = undeclared(pathAt(source.text(), line, column), detail);
        }
        return Problem.error(source.at(line, column), "expression_invalid", detail);
    }

    private String undeclared(String path, String detail) {
        return "'" + path + "' is not known here" + (path.isEmpty() ? " (" + detail + ")." : ".")
                + Suggestion.forWord(path, vocabulary.names());
    }

    private static String pathAt(String text, int line, int column) {
        String[] lines = text.split("\n", -1);
        Matcher matcher = PATH.matcher(lines[Math.min(Math.max(line, 1), lines.length) - 1]);
        while (matcher.find()) {
            if (matcher.start() <= column && column <= matcher.end()) {
                return matcher.group();
            }
        }
        return "";
    }

    /** What typing lets pass but a person should hear of: unknown fields, unknown lists. */
    private final class TreeCheck {
        private final Sourced source;
        private final CelAbstractSyntaxTree ast;
        private final Consumer<Problem> problems;

        TreeCheck(Sourced source, CelAbstractSyntaxTree ast, Consumer<Problem> problems) {
            this.source = source;
            this.ast = ast;
            this.problems = problems;
        }

        void check(CelExpr expr) {
            switch (expr.getKind()) {
                case SELECT -> checkSelect(expr);
                case CALL -> checkCall(expr);
                case LIST -> expr.list().elements().forEach(this::check);
                case MAP ->
                    expr.map().entries().forEach(entry -> {
                        check(entry.key());
                        check(entry.value());
                    });
                case COMPREHENSION -> checkComprehension(expr.comprehension());
                default -> {}
            }
        }

        private void checkComprehension(CelExpr.CelComprehension comprehension) {
            check(comprehension.iterRange());
            check(comprehension.loopCondition());
            check(comprehension.loopStep());
            check(comprehension.result());
        }

        private void checkCall(CelExpr expr) {
            expr.call().target().ifPresent(this::check);
            expr.call().args().forEach(this::check);
            if (expr.call().function().equals(Macros.HAS_PATH)) {
                String path = expr.call().args().get(1).list().elements().stream()
                        .map(step -> step.constant().stringValue())
                        .collect(Collectors.joining(".", "data.", ""));
                // The macro stands at its bracket; what it asks for begins behind that.
                Origin bracket = origin(expr.call().args().get(0));
                warnOfOwn(path, new Origin(bracket.file(), bracket.line(), bracket.column() + 1));
            }
            if (expr.call().function().equals(Macros.IN_LIST)) {
                checkList(expr.call().args().get(0));
            }
        }

        private void checkList(CelExpr name) {
            if (name.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
                report(name, "list_name", "The name of the list must be written out, so that it can be checked.");
            } else if (!lists.names().contains(name.constant().stringValue())) {
                String word = name.constant().stringValue();
                report(
                        name,
                        "list_unknown",
                        "There is no list '" + word + "': put it into lists/" + word + ".csv."
                                + Suggestion.forWord(word, lists.names()));
            }
        }

        private void checkSelect(CelExpr expr) {
            if (ast.getReference(expr.id()).isPresent()) {
                return;
            }
            String path = pathOf(expr);
            if (!path.startsWith("data.")) {
                check(expr.select().operand());
                return;
            }
            warnOfOwn(path, origin(expr));
        }

        private void warnOfOwn(String path, Origin place) {
            boolean isKnown = vocabulary.types().containsKey(path)
                    || !vocabulary.namesBelow(path + ".").isEmpty();
            if (!isKnown) {
                problems.accept(Problem.warning(
                        place,
                        "field_of_the_shop",
                        "'" + path + "' is not a field of the contract; it is taken as a field of the shop's own."
                                + Suggestion.forWord(path, vocabulary.namesBelow("data."))));
            }
        }

        /** The dotted path from {@code data}, or an empty text where the expression is none. */
        private String pathOf(CelExpr expr) {
            return switch (expr.getKind()) {
                case IDENT -> expr.ident().name().equals("data") ? "data" : "";
                case SELECT -> {
                    String operand = pathOf(expr.select().operand());
                    yield operand.isEmpty() ? "" : operand + "." + expr.select().field();
                }
                default -> "";
            };
        }

        private void report(CelExpr expr, String code, String detail) {
            problems.accept(Problem.error(origin(expr), code, detail));
        }

        private Origin origin(CelExpr expr) {
            CelExpr start = expr;
            while (start.getKind() == CelExpr.ExprKind.Kind.SELECT) {
                start = start.select().operand();
            }
            Integer offset = ast.getSource().getPositionsMap().get(start.id());
            return offset == null
                    ? source.origin()
                    : ast.getSource()
                            .getOffsetLocation(offset)
                            .map(place -> source.at(place.getLine(), place.getColumn()))
                            .orElse(source.origin());
        }
    }
}
