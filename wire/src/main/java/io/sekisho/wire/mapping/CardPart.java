package io.sekisho.wire.mapping;

/** The three things that are kept of a card number, by their names in a {@code card} object. */
enum CardPart {
    TOKEN("token"),
    BIN("bin"),
    LAST4("last4");

    private final String member;

    CardPart(String member) {
        this.member = member;
    }

    /** What a path of its own gets: of a {@code card} object the part that it names, else the token. */
    static CardPart of(DataPath path) {
        for (CardPart part : values()) {
            if (path.endsWith("card", part.member)) {
                return part;
            }
        }
        return TOKEN;
    }

    String member() {
        return member;
    }
}
