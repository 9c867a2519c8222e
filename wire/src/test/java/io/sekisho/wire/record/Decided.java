package io.sekisho.wire.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.feature.FeatureVector;
import io.sekisho.engine.policy.Policy;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Files of events that a policy decides. */
final class Decided {

    private Decided() {}

    /** Gives each event that is decided, just when it was: the engine still holds its features. */
    static void each(Policy policy, Path file, BiConsumer<Engine, Made> reader) throws IOException {
        Engine engine = new Engine(policy);
        EventReader events = new EventReader();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && events.read(line.getBytes(UTF_8)) instanceof Reading.Accepted accepted) {
                Optional<Assessment> assessment = engine.accept(accepted.event(), new Facts());
                assessment.ifPresent(made -> reader.accept(engine, new Made(accepted, made)));
            }
        }
    }

    record Made(Reading.Accepted accepted, Assessment assessment) {}

    /** The values of a vector, in the policy's order: comparable, unlike the vector. */
    static List<Object> values(FeatureVector vector) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            values.add(vector.isPresent(i) ? vector.objectAt(i) : vector.absence(i));
        }
        return values;
    }

    /** The values that were read; what was not is absent. */
    static List<Object> values(FeatureVector vector, int[] read, Policy policy) {
        List<Object> values = values(new FeatureVector(policy.plan()));
        List<Object> all = values(vector);
        for (int index : read) {
            values.set(index, all.get(index));
        }
        return values;
    }
}
