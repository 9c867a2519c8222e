package io.sekisho.server.access.staff;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** A result out of a transaction, which is never null. */
final class Executed {

    private Executed() {}

    static <T> T in(TransactionTemplate transactions, Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
