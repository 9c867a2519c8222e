package io.sekisho.wire.mapping;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.json.JsonProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** The shape of {@code data} as the mapping's paths draw it, with the number of a field at every leaf. */
sealed interface DataTree {

    /** A value: the field of that number. */
    record Leaf(int field) implements DataTree {}

    /** An object. */
    record Members(Map<String, DataTree> members) implements DataTree {}

    /** A list; by position from 0 upwards. */
    record Elements(TreeMap<Integer, DataTree> elements) implements DataTree {}

    /** Whether any value below is there. */
    default boolean hasValue(List<@Nullable Object> values) {
        return switch (this) {
            case Leaf leaf -> values.get(leaf.field()) != null;
            case Members object -> object.members().values().stream().anyMatch(member -> member.hasValue(values));
            case Elements list -> list.elements().values().stream().anyMatch(element -> element.hasValue(values));
        };
    }

    /**
     * Tells the JSON pointer of every field in an event with these values, also of those that it lacks. Elements without
     * any value are left out of their list; the next one then has their pointer, and is told after them.
     */
    default void forEachPointer(String pointer, List<@Nullable Object> values, ObjIntConsumer<String> consumer) {
        switch (this) {
            case Leaf leaf -> consumer.accept(pointer, leaf.field());
            case Members object ->
                object.members()
                        .forEach((name, member) ->
                                member.forEachPointer(JsonProblem.child(pointer, name), values, consumer));
            case Elements list -> {
                int index = 0;
                for (DataTree element : list.elements().values()) {
                    element.forEachPointer(pointer + "/" + index, values, consumer);
                    index += element.hasValue(values) ? 1 : 0;
                }
            }
        }
    }

    /** Joins paths to a tree and reports those that do not go together. */
    final class Builder {

        private final Consumer<Problem> problems;
        private final Members root = new Members(new LinkedHashMap<>());

        Builder(Consumer<Problem> problems) {
            this.problems = problems;
        }

        Members root() {
            return root;
        }

        void add(DataPath path, int field, Origin origin) {
            DataTree at = root;
            for (int i = 0; i < path.steps().size(); i++) {
                boolean isLast = i == path.steps().size() - 1;
                DataTree fresh = isLast ? new Leaf(field) : opened(path.steps().get(i + 1));
                DataTree next = enter(at, path.steps().get(i), fresh);
                boolean isNewLeaf = next.equals(fresh);
                if (isLast ? !isNewLeaf : next.getClass() != fresh.getClass()) {
                    problems.accept(Problem.error(
                            origin,
                            "conflicting_paths",
                            "This path and another cannot both be: one ends where the other goes on."));
                    return;
                }
                at = next;
            }
        }

        /** @param origin of all the paths */
        void reportGaps(Origin origin) {
            reportGaps(root, "", origin);
        }

        private void reportGaps(DataTree tree, String path, Origin origin) {
            switch (tree) {
                case Leaf ignored -> {}
                case Members object ->
                    object.members()
                            .forEach((name, member) ->
                                    reportGaps(member, path.isEmpty() ? name : path + "." + name, origin));
                case Elements list -> {
                    if (list.elements().lastKey() != list.elements().size() - 1) {
                        problems.accept(Problem.error(
                                origin, "list_gap", "The positions of " + path + " must go from [0] up, each once."));
                    }
                    list.elements().forEach((index, element) -> reportGaps(element, path + "[" + index + "]", origin));
                }
            }
        }

        private static DataTree opened(DataPath.Step next) {
            return switch (next) {
                case DataPath.Step.Member ignored -> new Members(new LinkedHashMap<>());
                case DataPath.Step.Position ignored -> new Elements(new TreeMap<>());
            };
        }

        /** The kinds fit: where they do not, the step before was refused. */
        private static DataTree enter(DataTree at, DataPath.Step step, DataTree fresh) {
            return switch (step) {
                case DataPath.Step.Member member -> kept(((Members) at).members(), member.name(), fresh);
                case DataPath.Step.Position position -> kept(((Elements) at).elements(), position.index(), fresh);
            };
        }

        private static <K> DataTree kept(Map<K, DataTree> children, K key, DataTree fresh) {
            DataTree known = children.putIfAbsent(key, fresh);
            return known == null ? fresh : known;
        }
    }
}
