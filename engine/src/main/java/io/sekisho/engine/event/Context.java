package io.sekisho.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * Who, from where, with what: the part of {@code data} that every type may carry.
 *
 * @param ip an IPv4 or IPv6 address in text
 * @param rttMillis round trip to the device, at least 0
 * @param account what the shop tells of the account beside the event
 */
public record Context(
        @Nullable String accountId,
        @Nullable String sessionId,
        @Nullable String deviceId,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String acceptLanguage,
        @Nullable String timezone,
        @Nullable String tlsFingerprint,
        @Nullable Long rttMillis,
        @Nullable String channel,
        @Nullable String actor,
        @Nullable String agentId,
        @Nullable AccountPast account) {}
