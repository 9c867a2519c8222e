package io.sekisho.wire.event;

/** Which number ranges belong to which card scheme, and how long their numbers are (ISO/IEC 7812 prefixes as published). */
enum CardScheme {
    VISA_OF_OLD(13, 13, 4, 4),
    VISA(16, 19, 4, 4),
    MASTERCARD(16, 16, 51, 55),
    MASTERCARD_2(16, 16, 2221, 2720),
    AMERICAN_EXPRESS_34(15, 15, 34, 34),
    AMERICAN_EXPRESS_37(15, 15, 37, 37),
    DINERS_30(14, 19, 300, 305),
    DINERS_3095(14, 19, 3095, 3095),
    DINERS_36(14, 19, 36, 36),
    DINERS_38(14, 19, 38, 39),
    JCB(16, 19, 3528, 3589),
    DISCOVER_6011(16, 19, 6011, 6011),
    DISCOVER_64(16, 19, 644, 649),
    DISCOVER_65(16, 19, 65, 65),
    UNIONPAY_62(16, 19, 62, 62),
    UNIONPAY_81(16, 19, 81, 81),
    RUPAY_60(16, 16, 60, 60),
    RUPAY_82(16, 16, 82, 82),
    MIR(16, 19, 2200, 2204),
    TROY(16, 16, 9792, 9792),
    MAESTRO_50(13, 19, 50, 50),
    MAESTRO_56(13, 19, 56, 58),
    MAESTRO_6(13, 19, 6, 6);

    private final int shortest;
    private final int longest;
    private final String first;
    private final String last;

    CardScheme(int shortest, int longest, int first, int last) {
        this.shortest = shortest;
        this.longest = longest;
        this.first = Integer.toString(first);
        this.last = Integer.toString(last);
    }

    static boolean accepts(String digits) {
        for (CardScheme scheme : values()) {
            if (scheme.has(digits)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(String digits) {
        String prefix = digits.substring(0, first.length());
        return digits.length() >= shortest
                && digits.length() <= longest
                && prefix.compareTo(first) >= 0
                && prefix.compareTo(last) <= 0;
    }
}
