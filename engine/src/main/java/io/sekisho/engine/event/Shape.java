package io.sekisho.engine.event;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the value of a field may be; a reader checks it, and the rule language takes its types from it. */
public sealed interface Shape {

    /** Text of a certain form. */
    record Text(Form form) implements Shape {}

    /** One of a closed list of words. */
    record Choice(List<String> words) implements Shape {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    record Whole(long least, long most) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** A list. */
    record Many(Shape of) implements Shape {}

    /** An object with fields of its own; others than the named ones are kept. */
    record Group(Map<String, Field> byName) implements Shape {
        public Group {
            byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        }

        Group(List<Field> fields) {
            this(named(fields));
        }

        /** The fields in the order of the contract. */
        public Collection<Field> fields() {
            return byName.values();
        }

        private static Map<String, Field> named(List<Field> fields) {
            Map<String, Field> named = new LinkedHashMap<>();
            fields.forEach(field -> named.put(field.name(), field));
            return named;
        }
    }

    /** The forms that a text may have to obey. */
    enum Form {
        /** Any text, also an empty one. */
        FREE,
        /** At least one character. */
        NAME,
        /** Free text that people write or send along: a card number in it is masked, not refused. */
        PROSE,
        /** RFC 3339 with an offset. */
        TIME,
        /** An IPv4 or IPv6 address. */
        IP,
        /** ISO 3166 alpha-2. */
        COUNTRY,
        /** ISO 4217. */
        CURRENCY,
        /** Six to eight digits. */
        BIN,
        /** Four digits. */
        LAST4,
        /** Year and month, {@code 2027-04}. */
        EXPIRY,
        /** An article number; an EAN-13 is not taken for a card number. */
        SKU
    }
}
