package io.sekisho.wire.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** An object of the mapping file; reports what its reader cannot use. */
final class Section {

    private final MappingText text;
    private final Place place;
    private final Map<String, Node> members = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();

    private Section(MappingText text, Place place) {
        this.text = text;
        this.place = place;
    }

    /** The object at {@code node}, or nothing when it is something else, which is reported. */
    static Optional<Section> of(MappingText text, Node node, String pointer) {
        Place place = Place.of(pointer, node);
        if (!(node instanceof MappingNode object)) {
            text.report(place, "not_an_object", "keys and values are expected here, as in {column: NAME}");
            return Optional.empty();
        }
        Section section = new Section(text, place);
        object.getValue().forEach(section::add);
        return Optional.of(section);
    }

    private void add(NodeTuple member) {
        Place at = Place.of(place.pointer(), member.getKeyNode());
        if (!(member.getKeyNode() instanceof ScalarNode key)) {
            text.report(at, "key_not_text", "a key must be a plain word");
            return;
        }
        Place keyPlace = Place.of(ImportProblem.pointerTo(place.pointer(), key.getValue()), key);
        if (members.putIfAbsent(key.getValue(), member.getValueNode()) != null) {
            text.report(keyPlace, "duplicate_key", "\"" + key.getValue() + "\" is here twice; keep one");
            return;
        }
        keys.put(key.getValue(), keyPlace);
    }

    Place place() {
        return place;
    }

    /** The keys in the order of the file. */
    List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    boolean has(String key) {
        return keys.containsKey(key);
    }

    /** Where the key stands; the section itself when it lacks the key. */
    Place placeOf(String key) {
        return keys.getOrDefault(key, place);
    }

    /** Whether the member is an object, to tell {@code {column: X}} from a constant. */
    boolean isObject(String key) {
        return members.get(key) instanceof MappingNode;
    }

    Optional<Section> section(String key) {
        Node node = members.get(key);
        return node == null ? Optional.empty() : of(text, node, pointer(key));
    }

    Optional<Section> requiredSection(String key, String example) {
        if (!has(key)) {
            text.report(place, "missing_key", "\"" + key + "\" is missing; write " + example);
        }
        return section(key);
    }

    /** A scalar; anything else, also an empty one, is reported. */
    Optional<Word> word(String key) {
        Node node = members.get(key);
        return node == null ? Optional.empty() : scalar(node, pointer(key));
    }

    Optional<Word> requiredWord(String key, String example) {
        if (!has(key)) {
            text.report(place, "missing_key", "\"" + key + "\" is missing; write " + example);
        }
        return word(key);
    }

    /** One scalar or a list of them. */
    List<Word> words(String key) {
        Node node = members.get(key);
        if (!(node instanceof SequenceNode sequence)) {
            return word(key).stream().toList();
        }
        List<Word> words = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            scalar(element, ImportProblem.pointerTo(pointer(key), Integer.toString(words.size())))
                    .ifPresent(words::add);
        }
        return words;
    }

    /** A scalar that must be one of {@code known}. */
    Optional<Word> choice(String key, List<String> known) {
        return word(key).filter(word -> {
            boolean isKnown = known.contains(word.value());
            if (!isKnown) {
                String clause = Suggestion.clause(word.value(), known);
                text.report(word.place(), "unknown_word", EchoedText.quoted(word.value()) + " is not known" + clause);
            }
            return isKnown;
        });
    }

    void refuseKeysBut(List<String> known) {
        for (Map.Entry<String, Place> key : keys.entrySet()) {
            if (!known.contains(key.getKey())) {
                String clause = Suggestion.clause(key.getKey(), known);
                text.report(key.getValue(), "unknown_key", EchoedText.quoted(key.getKey()) + " is not known" + clause);
            }
        }
    }

    private Optional<Word> scalar(Node node, String pointer) {
        Place at = Place.of(pointer, node);
        if (!(node instanceof ScalarNode scalar)) {
            text.report(at, "not_text", "a single value is expected here");
            return Optional.empty();
        }
        if (scalar.getValue().isEmpty()) {
            text.report(at, "empty_value", "a value is missing here");
            return Optional.empty();
        }
        return Optional.of(new Word(scalar.getValue(), at));
    }

    private String pointer(String key) {
        return ImportProblem.pointerTo(place.pointer(), key);
    }
}
