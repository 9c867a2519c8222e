package io.sekisho.wire.yaml;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.problem.Suggestion;
import io.sekisho.wire.json.EchoedText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping in a YAML file, read key by key; {@link #finish} then reports the keys that nobody asked for. */
public final class YamlMapping {

    private final YamlValue whole;
    private final YamlFile file;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, Origin> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMapping(MappingNode node, YamlFile file) {
        this.whole = new YamlValue(node, file);
        this.file = file;
        node.getValue().forEach(this::add);
    }

    public Origin origin() {
        return whole.origin();
    }

    /** Where the key stands; the mapping itself where it has no such key. */
    public Origin origin(String key) {
        return keys.getOrDefault(key, origin());
    }

    public boolean has(String key) {
        return keys.containsKey(key);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public void problem(String code, String detail) {
        whole.problem(code, detail);
    }

    public void problemAt(String key, String code, String detail) {
        file.problems().accept(Problem.error(origin(key), code, detail));
    }

    public Optional<YamlValue> value(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    public Optional<YamlValue> required(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            whole.problem("missing", "'" + key + "' is missing.");
        }
        return value;
    }

    /** As {@link #required(String)}, with an example of what is wanted. */
    public Optional<YamlValue> required(String key, String example) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            whole.problem("missing", "'" + key + "' is missing; write " + example + ".");
        }
        return value;
    }

    public Optional<Sourced> text(String key) {
        return value(key).flatMap(YamlValue::text);
    }

    public Optional<Sourced> requiredText(String key) {
        return required(key).flatMap(YamlValue::text);
    }

    public Optional<Sourced> expression(String key) {
        return value(key).flatMap(YamlValue::expression);
    }

    public List<YamlValue> elements(String key) {
        return value(key).map(YamlValue::elements).orElse(List.of());
    }

    public Optional<YamlMapping> mapping(String key) {
        return value(key).flatMap(YamlValue::mapping);
    }

    /** Every key and value, whatever the keys are. */
    public void forEach(BiConsumer<String, YamlValue> consumer) {
        values.forEach((key, value) -> {
            asked.add(key);
            consumer.accept(key, value);
        });
    }

    /** Reports something wrong with a key itself. */
    public void keyProblem(String key, String code, String detail) {
        file.problems().accept(Problem.error(keys.getOrDefault(key, origin()), code, detail));
    }

    /** Reports the keys that were never asked for. */
    public void finish() {
        keys.forEach((key, origin) -> {
            if (!asked.contains(key)) {
                String detail = "'" + EchoedText.withoutLongNumbers(key) + "' has no meaning here."
                        + Suggestion.forWord(key, asked) + " Known are: " + String.join(", ", asked) + ".";
                file.problems().accept(Problem.error(origin, "unknown_key", detail));
            }
        });
    }

    private void add(NodeTuple tuple) {
        YamlValue key = new YamlValue(tuple.getKeyNode(), file);
        if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
            key.problem("wrong_type", "A key must be text.");
            return;
        }
        if (values.put(name.getValue(), new YamlValue(tuple.getValueNode(), file)) != null) {
            key.problem("duplicate_key", "'" + EchoedText.withoutLongNumbers(name.getValue()) + "' stands here twice.");
        }
        keys.put(name.getValue(), key.origin());
    }
}
