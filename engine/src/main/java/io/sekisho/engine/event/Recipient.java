package io.sekisho.engine.event;

import org.jspecify.annotations.Nullable;

/** Whom an item or a code goes to; all parts optional. */
public record Recipient(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String accountId,
        @Nullable String name,
        @Nullable String message) {}
