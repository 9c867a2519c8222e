package io.sekisho.simulator.stream;

import org.jspecify.annotations.Nullable;

/**
 * Under which account an event happens, and by whom.
 *
 * @param connection null where no session of the account is involved
 * @param actor null where somebody else acts, such as a gift's recipient
 * @param past told with logins and orders from day 1 on
 */
public record Context(
        String account,
        @Nullable Connection connection,
        @Nullable Actor actor,
        @Nullable AccountPast past) {}
