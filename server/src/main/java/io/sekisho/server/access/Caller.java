package io.sekisho.server.access;

/** Who sends a request that asks for a permission: a machine with a key, or a person who has signed in. */
public sealed interface Caller {

    /** As the audit log names the caller: {@code key:ID} or {@code staff:ID}. */
    String actor();

    /** A machine. */
    record KeyCaller(ApiKey key) implements Caller {

        @Override
        public String actor() {
            return "key:" + key.id();
        }
    }

    /** A person. */
    record StaffCaller(String staffId, String name, Role role) implements Caller {

        @Override
        public String actor() {
            return "staff:" + staffId;
        }
    }
}
