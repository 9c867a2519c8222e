package io.sekisho.simulator.world;

/**
 * The networks from which the shop is visited. Ranges are real allocations of the named providers, checked in November
 * 2026 against RouteViews and registry data, so that geography tables answer as they would for real traffic; the hosts
 * in them are drawn.
 */
public final class Networks {
    /** Regions in which a carrier keeps its exits apart. */
    private static final int REGIONS = 8;

    private static final int EXITS_PER_REGION = 6;

    private static final Weighted<Provider> HOMES = Weighted.of(
                    32,
                    Provider.of(
                            "ocn",
                            "153.160.0.0/12",
                            "114.144.0.0/12",
                            "180.0.0.0/11",
                            "122.16.0.0/12",
                            "118.8.0.0/13",
                            "2400:4050::/32",
                            "2400:4051::/32"))
            .or(
                    20,
                    Provider.of(
                            "kddi", "124.208.0.0/13", "111.96.0.0/13", "27.80.0.0/13", "240b:10::/32", "240b:250::/32"))
            .or(24, Provider.of("softbank", "126.0.0.0/12", "126.64.0.0/11", "218.128.0.0/12", "2400:2410::/32"))
            .or(9, Provider.of("so-net", "118.240.0.0/15", "240d:1a::/32"))
            .or(8, Provider.of("biglobe", "119.240.0.0/14", "2404:7a80::/32"))
            .or(7, Provider.of("jcom", "124.144.0.0/16"));

    private static final Weighted<Provider> CARRIERS = Weighted.of(
                    38, Provider.of("docomo", "1.72.0.0/14", "49.104.0.0/15", "49.96.0.0/15"))
            .or(28, Provider.of("au", "106.128.0.0/12", "111.239.0.0/16", "182.248.0.0/14"))
            .or(25, Provider.of("softbank-mobile", "126.152.0.0/13", "126.186.0.0/15"))
            .or(9, Provider.of("rakuten-mobile", "133.106.0.0/17"));

    private static final Provider BUSINESS =
            Provider.of("iij", "202.32.0.0/16", "210.149.0.0/16", "203.180.0.0/16", "202.214.0.0/16", "210.130.0.0/17");

    private static final Weighted<Country> ABROAD = Weighted.of(
                    20, new Country(Provider.of("comcast", "73.0.0.0/10"), "America/New_York"))
            .or(12, new Country(Provider.of("spectrum-hawaii", "66.91.0.0/16"), "Pacific/Honolulu"))
            .or(18, new Country(Provider.of("korea-telecom", "175.192.0.0/12"), "Asia/Seoul"))
            .or(15, new Country(Provider.of("hinet", "114.32.0.0/12", "36.224.0.0/12"), "Asia/Taipei"))
            .or(10, new Country(Provider.of("true-thailand", "171.96.0.0/13"), "Asia/Bangkok"))
            .or(13, new Country(Provider.of("chinanet", "113.64.0.0/12"), "Asia/Shanghai"))
            .or(12, new Country(Provider.of("viettel", "27.64.0.0/12"), "Asia/Ho_Chi_Minh"));

    private static final Weighted<Provider> HOSTING = Weighted.of(20, Provider.of("ovh", "51.68.0.0/16"))
            .or(20, Provider.of("hetzner", "95.216.0.0/16", "5.9.0.0/16"))
            .or(25, Provider.of("digitalocean", "167.71.0.0/16", "165.22.0.0/16"))
            .or(15, Provider.of("vultr-tokyo", "45.32.40.0/21", "64.176.32.0/19"))
            .or(10, Provider.of("sakura", "160.16.0.0/16", "133.242.0.0/16"))
            .or(10, Provider.of("m247-tokyo", "37.120.154.0/24"));

    private final long seed;
    private final int offices;

    /** A country by one of its providers. */
    private record Country(Provider provider, String timezone) {}

    /**
     * The networks around a shop.
     *
     * @param accounts how many customers there are; the number of offices goes with it
     */
    public Networks(long seed, int accounts) {
        this.seed = Dice.of(seed, "networks", 0).bits();
        this.offices = Math.max(3, accounts / 15);
    }

    public Provider homeProvider(Dice dice) {
        return HOMES.pick(dice);
    }

    public Provider carrier(Dice dice) {
        return CARRIERS.pick(dice);
    }

    public int region(Dice dice) {
        return dice.below(REGIONS);
    }

    /** A carrier's shared addresses in a region: everybody there leaves through the same few. */
    public Network mobile(Provider carrier, int region) {
        return carrier.sharedExits(seed + region, EXITS_PER_REGION);
    }

    /** One of the offices; small numbers are the large companies. */
    public Network office(Dice dice) {
        int number = (int) (offices * dice.fraction() * dice.fraction());
        return BUSINESS.sharedExits(seed + REGIONS + number, 1);
    }

    /** A café, a hotel, a friend's home. */
    public Network visited(Dice dice) {
        return dice.chance(0.4) ? office(dice) : homeProvider(dice).line(dice);
    }

    /** A hotel or a home abroad. */
    public Abroad abroad(Dice dice) {
        Country country = ABROAD.pick(dice);
        return new Abroad(country.provider.line(dice), country.timezone);
    }

    /** A time zone other than Japan's. */
    public static String foreignTimezone(Dice dice) {
        return ABROAD.pick(dice).timezone;
    }

    /** A rented server: virtual private networks of honest people leave here too. */
    public Network hosting(Dice dice) {
        return HOSTING.pick(dice).line(dice);
    }

    /** One exit under which many hundreds of customers of a carrier sit. */
    public Network crowdedMobile(int number) {
        return CARRIERS.pick(Dice.of(seed, "crowded", number)).sharedExits(seed + 7919L * (number + 1), 1);
    }

    /** One exit of a large company. */
    public Network crowdedOffice(int number) {
        return BUSINESS.sharedExits(seed + 104729L * (number + 1), 1);
    }
}
