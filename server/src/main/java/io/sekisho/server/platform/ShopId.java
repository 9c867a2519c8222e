package io.sekisho.server.platform;

/**
 * Whose events these are: first in the key of every table, and in every journal's header.
 *
 * @param value without spaces, not empty
 */
public record ShopId(String value) {

    /** The shop of a server that serves one shop. */
    public static final ShopId DEFAULT = new ShopId("default");

    public ShopId {
        if (value.isEmpty() || value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("Not a shop's id: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
