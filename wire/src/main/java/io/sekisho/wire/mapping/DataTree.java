package io.sekisho.wire.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The shape of {@code data} as the mapping's paths draw it, with the number of a field at every leaf. */
sealed interface DataTree {

    /** A value: the field of that number. */
    record Leaf(int field) implements DataTree {}

    /** An object. */
    record Members(Map<String, DataTree> members) implements DataTree {}

    /** A list; by position from 0 upwards. */
    record Elements(TreeMap<Integer, DataTree> elements) implements DataTree {}

    /** Joins paths to a tree and reports those that do not go together. */
    final class Builder {

        private final MappingText text;
        private final Members root = new Members(new LinkedHashMap<>());

        Builder(MappingText text) {
            this.text = text;
        }

        Members root() {
            return root;
        }

        void add(DataPath path, int field, Place place) {
            DataTree at = root;
            for (int i = 0; i < path.steps().size(); i++) {
                boolean isLast = i == path.steps().size() - 1;
                DataTree fresh = isLast ? new Leaf(field) : opened(path.steps().get(i + 1));
                DataTree next = enter(at, path.steps().get(i), fresh);
                boolean isNewLeaf = next.equals(fresh);
                if (isLast ? !isNewLeaf : next.getClass() != fresh.getClass()) {
                    text.report(
                            place,
                            "conflicting_paths",
                            "this path and another cannot both be: one ends where the other goes on");
                    return;
                }
                at = next;
            }
        }

        /** @param place of all the paths */
        void reportGaps(Place place) {
            reportGaps(root, "", place);
        }

        private void reportGaps(DataTree tree, String path, Place place) {
            switch (tree) {
                case Leaf ignored -> {}
                case Members object ->
                    object.members()
                            .forEach((name, member) ->
                                    reportGaps(member, path.isEmpty() ? name : path + "." + name, place));
                case Elements list -> {
                    if (list.elements().lastKey() != list.elements().size() - 1) {
                        text.report(place, "list_gap", "the positions of " + path + " must go from [0] up, each once");
                    }
                    list.elements().forEach((index, element) -> reportGaps(element, path + "[" + index + "]", place));
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
