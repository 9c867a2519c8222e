package io.sekisho.server.projection;

import io.sekisho.engine.policy.Policy;
import io.sekisho.wire.journal.JournalReader;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The journal as the projection reads it, while it is being written.
 *
 * @param committed number of the last record that is durable; asked often, by any thread
 * @param readers a new reader for the thread that asks
 * @param policies every policy that ever decided, by its id
 */
public record JournalTail(LongSupplier committed, Supplier<JournalReader> readers, LongFunction<Policy> policies) {}
