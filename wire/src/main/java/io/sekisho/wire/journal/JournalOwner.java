package io.sekisho.wire.journal;

/**
 * Whose journal it is; stands in the header of every segment.
 *
 * @param shopId of the shop
 * @param keyId names the key under which its personal texts are hashed and sealed
 */
public record JournalOwner(String shopId, String keyId) {}
