package io.sekisho.server.notice.contact;

import io.sekisho.wire.record.EventEntry.Sealed;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A value that came into effect, until the next one of its kind.
 *
 * @param sinceMillis {@link #EVER} where the account came with it and nobody says since when
 * @param sequence of the record that told it
 * @param value a keyed hash, of a language its code; absent where it was changed to nobody knows what
 * @param isFirst whether the account came with it; else somebody changed it to this
 * @param sealed the address itself; nothing for a language, and where its customer's key was erased
 */
public record Contact(
        ContactKind kind,
        long sinceMillis,
        long sequence,
        @Nullable String value,
        boolean isFirst,
        Sealed sealed) {

    /** Before all times. */
    public static final long EVER = Long.MIN_VALUE;

    static final Comparator<Contact> BY_TIME =
            Comparator.comparingLong(Contact::sinceMillis).thenComparingLong(Contact::sequence);
}
