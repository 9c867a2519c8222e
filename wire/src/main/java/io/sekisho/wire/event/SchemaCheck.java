package io.sekisho.wire.event;

import io.sekisho.engine.event.Field;
import io.sekisho.engine.event.Shape;
import io.sekisho.wire.json.JsonProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    @SafeVarargs
    final void checkMembers(String pointer, Map<String, Object> members, List<Field>... fields) {
        Set<String> known = new HashSet<>();
        for (List<Field> group : fields) {
            for (Field field : group) {
                known.add(field.name());
                checkField(pointer, members, field);
            }
        }
        for (Map.Entry<String, Object> member : members.entrySet()) {
            if (!known.contains(member.getKey())) {
                checkOwnMember(pointer, member.getKey(), member.getValue());
            }
        }
    }

    /** A field of the shop's own may be anything but a card number. */
    void checkOwn(String pointer, @Nullable Object value) {
        switch (value) {
            case String text -> refuseCardNumber(pointer, CardNumbers.isIn(text));
            case Long whole -> refuseCardNumber(pointer, CardNumbers.isIn(Long.toString(Math.abs(whole))));
            case Double number
            when Math.abs(number) < 1e19 ->
                refuseCardNumber(pointer, CardNumbers.isIn(Long.toString(Math.abs(number.longValue()))));
            case Map<?, ?> map -> map.forEach((name, member) -> checkOwnMember(pointer, (String) name, member));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    checkOwn(pointer + "/" + i, list.get(i));
                }
            }
            case null, default -> {}
        }
    }

    private void checkOwnMember(String pointer, String name, @Nullable Object value) {
        boolean isCard = CardNumbers.isIn(name);
        refuseCardNumber(pointer, isCard);
        checkOwn(isCard ? pointer : JsonProblem.child(pointer, name), value);
    }

    private void checkField(String pointer, Map<String, Object> members, Field field) {
        String place = pointer + "/" + field.name();
        if (!members.containsKey(field.name())) {
            if (field.isRequired()) {
                report(place, "missing", "'" + field.name() + "' is missing.");
            }
            return;
        }
        Object value = members.get(field.name());
        if (field.shape() instanceof Shape.Text text && value instanceof String string) {
            checkText(place, string, text.form());
            mask(members, field.name(), string, text.form());
        } else {
            check(place, value, field.shape());
        }
    }

    private void mask(Map<String, Object> members, String name, String text, Shape.Form form) {
        if (form == Shape.Form.PROSE && CardNumbers.isIn(text)) {
            members.put(name, CardNumbers.mask(text));
            hasMasked = true;
        }
    }

    private void check(String pointer, @Nullable Object value, Shape shape) {
        switch (shape) {
            case Shape.Text text -> {
                if (value instanceof String string) {
                    checkText(pointer, string, text.form());
                } else {
                    wrongType(pointer, value, Forms.wanted(text.form()));
                }
            }
            case Shape.Choice choice -> checkChoice(pointer, value, choice);
            case Shape.Whole whole -> checkWhole(pointer, value, whole);
            case Shape.Flag flag -> {
                if (!(value instanceof Boolean)) {
                    wrongType(pointer, value, "true or false");
                }
            }
            case Shape.Many many -> checkMany(pointer, value, many);
            case Shape.Group group -> checkGroup(pointer, value, group);
        }
    }

    private void checkText(String pointer, String text, Shape.Form form) {
        if (form == Shape.Form.PROSE) {
            return;
        }
        boolean isCard = form == Shape.Form.SKU ? CardNumbers.isInArticleNumber(text) : CardNumbers.isIn(text);
        refuseCardNumber(pointer, isCard);
        if (!isCard && !Forms.isFulfilled(form, text)) {
            report(pointer, "invalid_format", "This must be " + Forms.wanted(form) + ".");
        }
    }

    private void checkChoice(String pointer, @Nullable Object value, Shape.Choice choice) {
        String wanted = "one of " + String.join(", ", choice.words());
        if (!(value instanceof String text)) {
            wrongType(pointer, value, wanted);
        } else if (CardNumbers.isIn(text)) {
            refuseCardNumber(pointer, true);
        } else if (!choice.words().contains(text)) {
            report(pointer, "unknown_value", "This must be " + wanted + ".");
        }
    }

    private void checkWhole(String pointer, @Nullable Object value, Shape.Whole whole) {
        if (value instanceof Double) {
            report(pointer, "not_integer", "This must be a whole number; money is counted in minor units.");
        } else if (!(value instanceof Long number)) {
            wrongType(pointer, value, "a whole number");
        } else if (number < whole.least() || number > whole.most()) {
            String most = whole.most() == Long.MAX_VALUE ? "" : " and at most " + whole.most();
            report(pointer, "out_of_range", "This must be at least " + whole.least() + most + ".");
        } else {
            refuseCardNumber(pointer, number > 999_999_999_999L && CardNumbers.isIn(number.toString()));
        }
    }

    private void checkMany(String pointer, @Nullable Object value, Shape.Many many) {
        if (!(value instanceof List<?> list)) {
            wrongType(pointer, value, "a list");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            check(pointer + "/" + i, list.get(i), many.of());
        }
    }

    @SuppressWarnings("unchecked") // JsonTree makes maps with String keys only.
    private void checkGroup(String pointer, @Nullable Object value, Shape.Group group) {
        if (value instanceof Map<?, ?> map) {
            checkMembers(pointer, (Map<String, Object>) map, group.fields());
        } else {
            wrongType(pointer, value, "an object");
        }
    }

    private void wrongType(String pointer, @Nullable Object value, String wanted) {
        if (value == null) {
            report(pointer, "wrong_type", "This is null; leave the field out where there is nothing to say.");
            return;
        }
        report(pointer, "wrong_type", "This must be " + wanted + ", not " + typeOf(value) + ".");
        checkOwn(pointer, value);
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

    private void refuseCardNumber(String pointer, boolean isCard) {
        if (isCard) {
            report(
                    pointer,
                    "card_number",
                    "A card number stands here. Send the payment provider's token, the BIN and the last four digits"
                            + " instead; the value was not kept.");
        }
    }

    private void report(String pointer, String code, String detail) {
        problems.add(new JsonProblem(pointer, code, detail));
    }
}
