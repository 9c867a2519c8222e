package io.sekisho.server.notice;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a notice came on its way to an address. */
public enum NoticeState {
    /** Waits for its time, for a mail server, or for the next attempt. */
    PENDING,
    /** An attempt has begun; after a crash it is pending again. */
    SENDING,
    /** The mail server took it: what becomes of it then is not ours to see. */
    HANDED_OVER,
    /** Refused for good, or not taken by anybody for as long as it was worth telling. */
    FAILED,
    /** Too old to be told when its turn came. */
    LAPSED,
    /** No address is known that is safe to tell. */
    NO_CONTACT;

    /** The states that may follow. */
    public Set<NoticeState> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(SENDING, FAILED, LAPSED);
            case SENDING -> EnumSet.of(PENDING, HANDED_OVER, FAILED);
            case HANDED_OVER, FAILED, LAPSED, NO_CONTACT -> EnumSet.noneOf(NoticeState.class);
        };
    }

    /** Whether it is still on its way. */
    public boolean isOpen() {
        return !next().isEmpty();
    }

    /** As rows and answers tell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word. */
    public static NoticeState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state is called " + word));
    }
}
