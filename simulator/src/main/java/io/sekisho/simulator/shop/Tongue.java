package io.sekisho.simulator.shop;

import io.sekisho.simulator.world.Browser;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Weighted;

/** The language in which somebody uses browsers. */
public enum Tongue {
    JAPANESE("ja", "ja-JP"),
    ENGLISH("en", "en-US"),
    CHINESE("zh", "zh-CN"),
    KOREAN("ko", "ko-KR"),
    VIETNAMESE("vi", "vi-VN"),
    PORTUGUESE("pt", "pt-BR");

    private static final Weighted<Tongue> CUSTOMERS = Weighted.of(92, JAPANESE)
            .or(3.5, ENGLISH)
            .or(2, CHINESE)
            .or(0.9, KOREAN)
            .or(0.9, VIETNAMESE)
            .or(0.7, PORTUGUESE);

    private final String language;
    private final String locale;

    Tongue(String language, String locale) {
        this.language = language;
        this.locale = locale;
    }

    /** The tongue of somebody who lives in Japan. */
    static Tongue ofCustomer(Dice dice) {
        return CUSTOMERS.pick(dice);
    }

    /** The header that a browser set to this tongue sends. */
    String acceptLanguage(Browser browser) {
        return switch (browser.kind()) {
            case IPHONE_SAFARI, IPAD_SAFARI, MAC_SAFARI -> locale + "," + language + ";q=0.9";
            case IPHONE_APP, ANDROID_APP -> locale;
            default -> this == ENGLISH ? "en-US,en;q=0.9" : locale + "," + language + ";q=0.9,en-US;q=0.8,en;q=0.7";
        };
    }
}
