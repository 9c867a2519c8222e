package io.sekisho.wire.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in an event's {@code data}, written {@code order.items[0].sku}.
 *
 * @param steps member names and list positions, outermost first; a position is written in digits only
 */
record DataPath(List<Step> steps) {

    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_-]*)((?:\\[[0-9]{1,2}])*)");
    private static final Pattern POSITION = Pattern.compile("\\[([0-9]{1,2})]");

    /** One step inwards. */
    sealed interface Step {
        record Member(String name) implements Step {}

        record Position(int index) implements Step {}
    }

    DataPath {
        steps = List.copyOf(steps);
    }

    static Optional<DataPath> parse(String text) {
        List<Step> steps = new ArrayList<>();
        for (String segment : text.split("\\.", -1)) {
            Matcher matcher = SEGMENT.matcher(segment);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            steps.add(new Step.Member(matcher.group(1)));
            POSITION.matcher(matcher.group(2))
                    .results()
                    .forEach(match -> steps.add(new Step.Position(Integer.parseInt(match.group(1)))));
        }
        return Optional.of(new DataPath(steps));
    }

    DataPath then(String member) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step.Member(member));
        return new DataPath(longer);
    }

    boolean endsWith(String... names) {
        if (steps.size() < names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (!steps.get(steps.size() - names.length + i).equals(new Step.Member(names[i]))) {
                return false;
            }
        }
        return true;
    }

    /** The path's beginning, of so many steps. */
    DataPath first(int length) {
        return new DataPath(steps.subList(0, length));
    }

    /** As the mapping writes it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Step.Position position ->
                    text.append('[').append(position.index()).append(']');
                case Step.Member member ->
                    text.append(text.isEmpty() ? "" : ".").append(member.name());
            }
        }
        return text.toString();
    }

    /** The path with every position left out: {@code order.items[].sku}. */
    String shape() {
        return toString().replaceAll("\\[[0-9]+]", "[]");
    }
}
