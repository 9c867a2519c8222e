package io.sekisho.client;

import java.nio.charset.StandardCharsets;

/**
 * Something that happened in the shop, ready to be sent: however often it is, the bytes are the same.
 *
 * <p>Immutable. Its text form holds no personal data, so that it may be logged.
 */
public final class ShopEvent {

    private final String typeName;
    private final String id;
    private final String source;
    private final byte[] json;
    private final boolean hasGift;

    ShopEvent(String typeName, String id, String source, byte[] json, boolean hasGift) {
        this.typeName = typeName;
        this.id = id;
        this.source = source;
        this.json = json;
        this.hasGift = hasGift;
    }

    /** Begins an event of that type; {@link #custom} for one of the shop's own. */
    public static EventDraft of(EventType type) {
        if (type == EventType.CUSTOM) {
            throw new IllegalArgumentException("Name a type of your own: ShopEvent.custom(\"custom.survey\")");
        }
        return new EventDraft(type, type.typeName());
    }

    /**
     * Begins an event of the shop's own type.
     *
     * @param typeName begins with {@code custom.}
     */
    public static EventDraft custom(String typeName) {
        if (!typeName.startsWith("custom.") || typeName.length() == "custom.".length()) {
            throw new IllegalArgumentException("A type of your own begins with custom. and goes on after it");
        }
        return new EventDraft(EventType.CUSTOM, typeName);
    }

    public String typeName() {
        return typeName;
    }

    public String id() {
        return id;
    }

    public String source() {
        return source;
    }

    /** The CloudEvents JSON that is sent. */
    public String json() {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return typeName + " " + id;
    }

    /** Not copied, and not to be changed. */
    byte[] bytes() {
        return json;
    }

    /** True for an order with a gift line. */
    boolean hasGift() {
        return hasGift;
    }
}
