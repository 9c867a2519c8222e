package io.sekisho.wire.mapping;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Field;
import io.sekisho.engine.event.Shape;
import io.sekisho.engine.event.Shape.Group;
import io.sekisho.engine.event.Shape.Many;
import io.sekisho.wire.mapping.DataPath.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the contract says of a place in {@code data}, to hold a mapping against before the first row is read. Stateless. */
final class DataShapes {

    private static final Set<String> OF_MONEY = Set.of("value", "currency");

    private DataShapes() {}

    /**
     * Where a path leads.
     *
     * @param shape of the last place that the contract knows
     * @param steps how many steps of the path lead there
     */
    private record Reached(Shape shape, int steps) {

        boolean isAll(DataPath path) {
            return steps == path.steps().size();
        }
    }

    /** The shape of a place; nothing where it is the shop's own. */
    static Optional<Shape> at(EventType type, DataPath path) {
        Reached reached = reached(type, path);
        return reached.isAll(path) ? Optional.of(reached.shape()) : Optional.empty();
    }

    /** The form of the text at a place, by the first type that knows it; free where none does. */
    static Shape.Form formAt(Collection<EventType> types, DataPath path) {
        for (EventType type : types) {
            Optional<Shape> shape = at(type, path);
            if (shape.isPresent()) {
                return shape.get() instanceof Shape.Text text ? text.form() : Shape.Form.NAME;
            }
        }
        return Shape.Form.FREE;
    }

    /** What a value that is read so is not, where the contract wants something else; nothing where it fits. */
    static Optional<String> wantedInstead(EventType type, DataPath path, As as) {
        Reached reached = reached(type, path);
        if (reached.isAll(path)) {
            return wantedInstead(reached.shape(), path, as);
        }
        boolean isOwnMember =
                reached.shape() instanceof Group && path.steps().get(reached.steps()) instanceof Step.Member;
        return isOwnMember ? Optional.empty() : Optional.of(wanted(reached.shape(), path.first(reached.steps())));
    }

    /** The paths without which an event of the type is refused. */
    static List<String> required(EventType type) {
        return required(type.data(), "");
    }

    /** Whether a value at {@code path} makes that {@code required} is there. */
    static boolean fills(DataPath path, String required) {
        String shape = path.shape();
        return shape.equals(required) || shape.startsWith(required + "[]") || shape.startsWith(required + ".");
    }

    private static Reached reached(EventType type, DataPath path) {
        Reached at = new Reached(type.data(), 0);
        for (Step step : path.steps()) {
            Optional<Shape> next = next(at.shape(), step);
            if (next.isEmpty()) {
                return at;
            }
            at = new Reached(next.get(), at.steps() + 1);
        }
        return at;
    }

    private static Optional<Shape> next(Shape shape, Step step) {
        if (shape instanceof Many many && step instanceof Step.Position) {
            return Optional.of(many.of());
        }
        return shape instanceof Group group && step instanceof Step.Member member
                ? Optional.ofNullable(group.byName().get(member.name())).map(Field::shape)
                : Optional.empty();
    }

    private static List<String> required(Group group, String prefix) {
        List<String> paths = new ArrayList<>();
        for (Field field : group.fields()) {
            if (field.isRequired()) {
                String path = prefix + field.name();
                List<String> inner = field.shape() instanceof Group object && !isMoney(object)
                        ? required(object, path + ".")
                        : List.of();
                paths.addAll(inner.isEmpty() ? List.of(path) : inner);
            }
        }
        return paths;
    }

    private static Optional<String> wantedInstead(Shape shape, DataPath path, As as) {
        boolean fits = switch (shape) {
            case Shape.Text ignored -> as == As.TEXT || as == As.CARD_NUMBER;
            case Shape.Choice ignored -> as == As.TEXT;
            case Shape.Whole ignored -> as == As.INTEGER;
            case Shape.Flag ignored -> as == As.BOOLEAN;
            case Many ignored -> false;
            case Group group -> isMoney(group) ? as == As.DECIMAL_MONEY : isCard(path) && as == As.CARD_NUMBER;
        };
        return fits ? Optional.empty() : Optional.of(wanted(shape, path));
    }

    private static String wanted(Shape shape, DataPath path) {
        return switch (shape) {
            case Shape.Text ignored -> "text";
            case Shape.Choice choice -> "one of " + String.join(", ", choice.words());
            case Shape.Whole ignored -> "as: integer";
            case Shape.Flag ignored -> "as: boolean";
            case Many ignored -> "a list, such as " + path + "[0]";
            case Group group when isMoney(group) -> "as: decimal_money, currency: USD";
            case Group ignored when isCard(path) -> "as: card_number, or paths such as " + path + ".token";
            case Group group ->
                "an object, such as " + path + "."
                        + group.fields().iterator().next().name();
        };
    }

    private static boolean isMoney(Group group) {
        return group.byName().keySet().equals(OF_MONEY);
    }

    private static boolean isCard(DataPath path) {
        return path.endsWith("card");
    }
}
