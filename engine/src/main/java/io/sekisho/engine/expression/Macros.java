package io.sekisho.engine.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of the rule language that are written out into other expressions before these are typed. */
final class Macros {

    static final String IN_LIST = "in_list_at";

    static final String HAS_PATH = "has_path";

    private Macros() {}

    static List<CelMacro> all() {
        List<CelMacro> macros = new ArrayList<>(List.of(giftAmount(), inList(), has()));
        CelStandardMacro.STANDARD_MACROS.stream()
                .filter(macro -> macro != CelStandardMacro.HAS)
                .map(CelStandardMacro::getDefinition)
                .forEach(macros::add);
        return macros;
    }

    /** A function without arguments cannot see the event, so the word stands for a variable. */
    private static CelMacro giftAmount() {
        return CelMacro.newGlobalMacro(
                "gift_amount", 0, (factory, target, arguments) -> Optional.of(path(factory, Vocabulary.GIFT_AMOUNT)));
    }

    /** A list's entries expire, so the question carries the event's time along. */
    private static CelMacro inList() {
        return CelMacro.newGlobalMacro(
                "in_list",
                2,
                (factory, target, arguments) -> Optional.of(factory.newGlobalCall(
                        IN_LIST, arguments.get(0), arguments.get(1), path(factory, "event.time"))));
    }

    /**
     * Paths of {@code data} are variables of their own, whose presence CEL cannot ask for; so {@code has(data.a.b)} asks a
     * function of the map: {@code has_path(data, ["a", "b"])}. Of anything else it is CEL's own.
     */
    private static CelMacro has() {
        return CelMacro.newGlobalMacro("has", 1, (factory, target, arguments) -> {
            CelExpr argument = arguments.get(0);
            if (argument.getKind() != CelExpr.ExprKind.Kind.SELECT) {
                return Optional.of(factory.reportError(
                        "has() asks for a field, as in has(data.order.shipping) or has(i.recipient)."));
            }
            return Optional.of(isOfData(argument) ? membership(factory, argument) : presence(factory, argument));
        });
    }

    private static CelExpr presence(CelMacroExprFactory factory, CelExpr argument) {
        return factory.newSelect(argument.select().operand(), argument.select().field(), true);
    }

    private static boolean isOfData(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> expr.ident().name().equals("data");
            case SELECT -> isOfData(expr.select().operand());
            default -> false;
        };
    }

    private static CelExpr membership(CelMacroExprFactory factory, CelExpr select) {
        return factory.newGlobalCall(HAS_PATH, factory.newIdentifier("data"), factory.newList(steps(factory, select)));
    }

    private static List<CelExpr> steps(CelMacroExprFactory factory, CelExpr expr) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return new ArrayList<>();
        }
        List<CelExpr> steps = steps(factory, expr.select().operand());
        steps.add(factory.newStringLiteral(expr.select().field()));
        return steps;
    }

    private static CelExpr path(CelMacroExprFactory factory, String name) {
        int dot = name.indexOf('.');
        return factory.newSelect(factory.newIdentifier(name.substring(0, dot)), name.substring(dot + 1), false);
    }
}
