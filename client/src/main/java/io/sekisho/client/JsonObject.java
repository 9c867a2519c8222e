package io.sekisho.client;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object that came from the server, read leniently: a member of another type counts as absent. */
record JsonObject(Map<String, Object> members) {

    Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    Optional<Long> whole(String name) {
        return Optional.ofNullable(members.get(name))
                .filter(Long.class::isInstance)
                .map(Long.class::cast);
    }

    Optional<OffsetDateTime> time(String name) {
        try {
            return text(name).map(OffsetDateTime::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    Optional<JsonObject> object(String name) {
        return objectOf(members.get(name));
    }

    /** The objects of a list; what is none is left out. */
    List<JsonObject> objects(String name) {
        return list(name).stream().flatMap(each -> objectOf(each).stream()).toList();
    }

    /** The texts of a list; what is none is left out. */
    List<String> texts(String name) {
        return list(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    /** Empty where the value is no object. */
    static Optional<JsonObject> objectOf(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put((String) name, member));
        return Optional.of(new JsonObject(members));
    }
}
