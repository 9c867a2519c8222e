package io.sekisho.wire.event;

import io.sekisho.engine.event.Field;
import io.sekisho.engine.event.Shape;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.json.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a tree against the event schema, and every text in it for card numbers: those in free prose are masked in
 * place, all others are problems.
 */
final class SchemaCheck {

    private final List<JsonProblem> problems;
    private boolean hasMasked;

    SchemaCheck(List<JsonProblem> problems) {
        this.problems = problems;
    }

    /** True where a card number was masked. */
    boolean hasMasked() {
        return hasMasked;
    }

    /** Checks the members of an object; those that no field names are the shop's own. */
    void checkMembers(Place place, Map<String, Object> members, Shape.Group group) {
        for (Map.Entry<String, Object> member : members.entrySet()) {
            Field field = group.byName().get(member.getKey());
            if (field == null) {
                checkOwnMember(place, member.getKey(), member.getValue());
            } else {
                checkField(place.child(member.getKey()), member, field);
            }
        }
        for (Field field : group.fields()) {
            if (field.isRequired() && !members.containsKey(field.name())) {
                report(place.child(field.name()), "missing", "'" + field.name() + "' is missing.");
            }
        }
    }

    /** A field of the shop's own may be anything but a card number. */
    void checkOwn(Place place, @Nullable Object value) {
        switch (value) {
            case String text -> refuseCardNumber(place, CardNumbers.isIn(text));
            case Long whole -> refuseCardNumber(place, CardNumbers.isIn(Long.toString(Math.abs(whole))));
            case Double number
            when Math.abs(number) < 1e19 ->
                refuseCardNumber(place, CardNumbers.isIn(Long.toString(Math.abs(number.longValue()))));
            case Map<?, ?> map -> map.forEach((name, member) -> checkOwnMember(place, (String) name, member));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    checkOwn(place.element(i), list.get(i));
                }
            }
            case null, default -> {}
        }
    }

    private void checkOwnMember(Place place, String name, @Nullable Object value) {
        boolean isCard = CardNumbers.isIn(name);
        refuseCardNumber(place, isCard);
        checkOwn(isCard ? place : place.child(name), value);
    }

    private void checkField(Place place, Map.Entry<String, Object> member, Field field) {
        boolean isProse = field.shape() instanceof Shape.Text text && text.form() == Shape.Form.PROSE;
        if (isProse && member.getValue() instanceof String text && CardNumbers.isIn(text)) {
            member.setValue(CardNumbers.mask(text));
            hasMasked = true;
            return;
        }
        check(place, member.getValue(), field.shape());
    }

    private void check(Place place, @Nullable Object value, Shape shape) {
        switch (shape) {
            case Shape.Text text -> {
                if (value instanceof String string) {
                    checkText(place, string, text.form());
                } else {
                    wrongType(place, value, Forms.wanted(text.form()));
                }
            }
            case Shape.Choice choice -> checkChoice(place, value, choice);
            case Shape.Whole whole -> checkWhole(place, value, whole);
            case Shape.Flag flag -> {
                if (!(value instanceof Boolean)) {
                    wrongType(place, value, "true or false");
                }
            }
            case Shape.Many many -> checkMany(place, value, many);
            case Shape.Group group -> checkGroup(place, value, group);
        }
    }

    private void checkText(Place place, String text, Shape.Form form) {
        if (form == Shape.Form.PROSE) {
            return;
        }
        boolean isCard = form == Shape.Form.SKU ? CardNumbers.isInArticleNumber(text) : CardNumbers.isIn(text);
        refuseCardNumber(place, isCard);
        if (!isCard && !Forms.isFulfilled(form, text)) {
            report(place, "invalid_format", "This must be " + Forms.wanted(form) + ".");
        }
    }

    private void checkChoice(Place place, @Nullable Object value, Shape.Choice choice) {
        if (!(value instanceof String text)) {
            wrongType(place, value, wanted(choice));
        } else if (CardNumbers.isIn(text)) {
            refuseCardNumber(place, true);
        } else if (!choice.words().contains(text)) {
            report(place, "unknown_value", "This must be " + wanted(choice) + ".");
        }
    }

    private static String wanted(Shape.Choice choice) {
        return "one of " + String.join(", ", choice.words());
    }

    private void checkWhole(Place place, @Nullable Object value, Shape.Whole whole) {
        if (value instanceof Double) {
            report(place, "not_integer", "This must be a whole number; money is counted in minor units.");
        } else if (!(value instanceof Long number)) {
            wrongType(place, value, "a whole number");
        } else if (number < whole.least() || number > whole.most()) {
            String most = whole.most() == Long.MAX_VALUE ? "" : " and at most " + whole.most();
            report(place, "out_of_range", "This must be at least " + whole.least() + most + ".");
        } else {
            refuseCardNumber(place, number > 999_999_999_999L && CardNumbers.isIn(number.toString()));
        }
    }

    private void checkMany(Place place, @Nullable Object value, Shape.Many many) {
        if (!(value instanceof List<?> list)) {
            wrongType(place, value, "a list");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            check(place.element(i), list.get(i), many.of());
        }
    }

    private void checkGroup(Place place, @Nullable Object value, Shape.Group group) {
        if (value instanceof Map<?, ?> map) {
            checkMembers(place, JsonTree.members(map), group);
        } else {
            wrongType(place, value, "an object");
        }
    }

    private void wrongType(Place place, @Nullable Object value, String wanted) {
        if (value == null) {
            report(place, "wrong_type", "This is null; leave the field out where there is nothing to say.");
            return;
        }
        report(place, "wrong_type", "This must be " + wanted + ", not " + typeOf(value) + ".");
        checkOwn(place, value);
    }

    private static String typeOf(Object value) {
        return switch (value) {
            case String text -> "text";
            case Number number -> "a number";
            case Boolean flag -> "true or false";
            case List<?> list -> "a list";
            default -> "an object";
        };
    }

    private void refuseCardNumber(Place place, boolean isCard) {
        if (isCard) {
            report(
                    place,
                    "card_number",
                    "A card number stands here. Send the payment provider's token, the BIN and the last four digits"
                            + " instead; the value was not kept.");
        }
    }

    private void report(Place place, String code, String detail) {
        problems.add(new JsonProblem(place.pointer(), code, detail));
    }
}
