package io.sekisho.server.projection;

import io.sekisho.wire.record.EventEntry.Sealed;
import java.util.Optional;

/** Opens what was sealed under a customer's key. */
public interface Unsealer {

    /** The bytes; nothing where the customer's key was erased. */
    Optional<byte[]> open(Sealed sealed);
}
