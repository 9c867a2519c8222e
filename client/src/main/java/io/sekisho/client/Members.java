package io.sekisho.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that is being put together; what is null is left out. One thread. */
final class Members {

    private final Map<String, Object> members = new LinkedHashMap<>();

    Members put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    Map<String, Object> map() {
        return members;
    }
}
