package io.sekisho.simulator.stream;

/**
 * Something that happens in the shop.
 *
 * @param time when it happens, in milliseconds since 1970
 * @param origin who really caused it; not written
 */
public record ShopEvent(String id, long time, Context context, Body body, Origin origin) {
    public String type() {
        return body.type();
    }

    public boolean isHonest() {
        return origin instanceof Origin.Honest;
    }
}
