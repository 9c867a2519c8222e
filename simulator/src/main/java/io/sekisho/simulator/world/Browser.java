package io.sekisho.simulator.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What runs on a device, and how far behind the newest version it stays.
 *
 * @param lagDays days after which an update arrives here; years for those who never update
 */
public record Browser(Kind kind, String model, int lagDays) {
    /** Chrome 116 came on this day, and a major version every four weeks since. */
    private static final LocalDate CHROME_116 = LocalDate.of(2023, 8, 15);

    private static final Weighted<Kind> HONEST = Weighted.of(27, Kind.IPHONE_SAFARI)
            .or(15, Kind.IPHONE_APP)
            .or(14, Kind.ANDROID_CHROME)
            .or(9, Kind.ANDROID_APP)
            .or(17, Kind.WINDOWS_CHROME)
            .or(8, Kind.WINDOWS_EDGE)
            .or(2, Kind.WINDOWS_FIREFOX)
            .or(4, Kind.MAC_SAFARI)
            .or(2, Kind.MAC_CHROME)
            .or(2, Kind.IPAD_SAFARI);

    private static final Weighted<Kind> ATTACKERS = Weighted.of(50, Kind.WINDOWS_CHROME)
            .or(8, Kind.WINDOWS_EDGE)
            .or(4, Kind.WINDOWS_FIREFOX)
            .or(8, Kind.MAC_CHROME)
            .or(18, Kind.ANDROID_CHROME)
            .or(12, Kind.IPHONE_SAFARI);

    private static final Weighted<String> ANDROID_MODELS = Weighted.of(3, "SO-52C")
            .or(3, "SH-53C")
            .or(2, "SC-52D")
            .or(3, "Pixel 7a")
            .or(2, "Pixel 6")
            .or(2, "A204SH")
            .or(1, "SOG08")
            .or(1, "moto g32");

    private static final Weighted<String> IPHONE_MODELS = Weighted.of(3, "iPhone14,5")
            .or(3, "iPhone12,8")
            .or(3, "iPhone14,6")
            .or(2, "iPhone13,2")
            .or(2, "iPhone15,2")
            .or(1, "iPhone12,1")
            .or(1, "iPhone10,4");

    /** The kinds of client that visit the shop. */
    public enum Kind {
        IPHONE_SAFARI(true),
        IPHONE_APP(true),
        ANDROID_CHROME(true),
        ANDROID_APP(true),
        WINDOWS_CHROME(false),
        WINDOWS_EDGE(false),
        WINDOWS_FIREFOX(false),
        MAC_SAFARI(false),
        MAC_CHROME(false),
        IPAD_SAFARI(false);

        private final boolean phone;

        Kind(boolean phone) {
            this.phone = phone;
        }

        public boolean isPhone() {
            return phone;
        }

        /** The shop's own app, which sends another kind of user agent and stays signed in. */
        public boolean isApp() {
            return this == IPHONE_APP || this == ANDROID_APP;
        }
    }

    public static Browser ofCustomer(Dice dice) {
        return of(HONEST.pick(dice), dice);
    }

    /** A desktop more often than a phone; never anything that customers would not use too. */
    public static Browser ofAttacker(Dice dice) {
        return of(ATTACKERS.pick(dice), dice);
    }

    private static Browser of(Kind kind, Dice dice) {
        int lag = (int) Weighted.of(0.7, dice.between(0, 14))
                .or(0.2, dice.between(20, 100))
                .or(0.1, dice.between(200, 1100))
                .pick(dice)
                .longValue();
        String model = kind.name().startsWith("IPHONE") ? IPHONE_MODELS.pick(dice) : ANDROID_MODELS.pick(dice);
        return new Browser(kind, model, lag);
    }

    /** The user agent that this browser sends at a moment. */
    public String userAgent(long time) {
        LocalDate version = Calendar.dateOf((int) Math.floorDiv(time - Calendar.DAY_ONE, Calendar.DAY))
                .minusDays(lagDays);
        return switch (kind) {
            case IPHONE_SAFARI ->
                safari("iPhone; CPU iPhone OS " + ios(version).replace('.', '_'), "Mobile/15E148 ", version);
            case IPAD_SAFARI -> safari("iPad; CPU OS " + ios(version).replace('.', '_'), "Mobile/15E148 ", version);
            case MAC_SAFARI -> safari("Macintosh; Intel Mac OS X 10_15_7", "", version);
            case IPHONE_APP -> "ExampleShop/" + app(version) + " (" + model + "; iOS " + ios(version) + ")";
            case ANDROID_APP -> "ExampleShop/" + app(version) + " (" + model + "; Android " + android(version) + ")";
            case ANDROID_CHROME -> chrome("Linux; Android 10; K", " Mobile", version);
            case WINDOWS_CHROME -> chrome("Windows NT 10.0; Win64; x64", "", version);
            case WINDOWS_EDGE ->
                chrome("Windows NT 10.0; Win64; x64", "", version) + " Edg/" + major(version) + ".0.0.0";
            case MAC_CHROME -> chrome("Macintosh; Intel Mac OS X 10_15_7", "", version);
            case WINDOWS_FIREFOX ->
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:" + (major(version) + 1) + ".0) Gecko/20100101 Firefox/"
                        + (major(version) + 1) + ".0";
        };
    }

    private static String chrome(String system, String mobile, LocalDate version) {
        return "Mozilla/5.0 (" + system + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + major(version) + ".0.0.0"
                + mobile + " Safari/537.36";
    }

    private static String safari(String system, String mobile, LocalDate version) {
        boolean mac = system.startsWith("Macintosh");
        return "Mozilla/5.0 (" + system + (mac ? "" : " like Mac OS X")
                + ") AppleWebKit/605.1.15 (KHTML, like Gecko) Version/" + ios(version) + " " + mobile + "Safari/"
                + (mac ? "605.1.15" : "604.1");
    }

    private static long major(LocalDate version) {
        return 116 + Math.floorDiv(ChronoUnit.DAYS.between(CHROME_116, version), 28L);
    }

    private static String app(LocalDate version) {
        return version.getYear() % 100 + "." + (version.getMonthValue() * 2 + version.getDayOfMonth() / 16) + ".0";
    }

    private static String android(LocalDate version) {
        return version.isBefore(LocalDate.of(2022, 8, 15)) ? "12" : "13";
    }

    private static String ios(LocalDate version) {
        if (version.isBefore(LocalDate.of(2022, 9, 12))) {
            return "15.6";
        }
        if (version.isBefore(LocalDate.of(2023, 3, 27))) {
            return "16.3";
        }
        if (version.isBefore(LocalDate.of(2023, 7, 24))) {
            return "16.5";
        }
        if (version.isBefore(LocalDate.of(2023, 9, 18))) {
            return "16.6";
        }
        return version.isBefore(LocalDate.of(2023, 10, 25)) ? "17.0" : "17.1";
    }
}
