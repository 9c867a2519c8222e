package io.sekisho.wire.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.expression.Absence;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTableTest {
    private final NetworkTable table = NetworkTable.shipped();

    @ParameterizedTest
    @CsvSource({
        "118.0.0.1, JP, 4713, HOME", // OCN
        "180.0.0.1, JP, 4713, HOME",
        "2400:4050::1, JP, 4713, HOME",
        "2400:4053:ffff::1, JP, 4713, HOME",
        "126.0.0.1, JP, 17676, HOME", // SoftBank lines
        "126.240.1.1, JP, 17676, MOBILE", // SoftBank handsets
        "2400:2200::1, JP, 17676, MOBILE",
        "2400:2410::1, JP, 17676, HOME",
        "14.8.1.1, JP, 2516, HOME", // KDDI
        "240f::1, JP, 2516, HOME",
        "106.128.1.1, JP, 2516, MOBILE", // au
        "106.135.1.1, JP, 2516, HOME",
        "182.250.1.1, JP, 2516, MOBILE",
        "182.248.112.129, JP, 2516, MOBILE",
        "49.96.1.1, JP, 9605, MOBILE", // docomo
        "1.72.0.1, JP, 9605, MOBILE",
        "240a:61::1, JP, 9605, MOBILE",
        "110.165.128.1, JP, 138384, MOBILE", // Rakuten Mobile
        "240b:c010::1, JP, 138384, MOBILE",
        "210.149.0.1, JP, 2497, HOME", // IIJ
        "2001:240::1, JP, 2497, HOME",
        "118.238.1.1, JP, 2527, HOME", // NURO
        "240d::1, JP, 2527, HOME",
        "122.130.1.1, JP, 2518, HOME", // BIGLOBE
        "59.166.1.1, JP, 9824, HOME", // JCOM
        "2405:6580:1::1, JP, 4685, HOME", // ASAHI Net
        "121.80.1.1, JP, 17511, HOME", // eo
        "13.112.0.1, JP, 16509, HOSTING", // AWS Tokyo
        "13.115.255.255, JP, 16509, HOSTING",
        "2406:da14::1, JP, 16509, HOSTING",
        "34.84.0.1, JP, 396982, HOSTING", // Google Cloud Tokyo
        "20.27.0.1, JP, 8075, HOSTING", // Azure Japan
        "8.8.8.8, US, 15169, HOSTING",
        "1.1.1.1, AU, 13335, HOSTING",
        "5.9.1.1, DE, 24940, HOSTING", // Hetzner
        "159.65.1.1, SG, 14061, HOSTING", // DigitalOcean
        "172.104.1.1, US, 48337, HOSTING", // Linode
        "45.76.1.1, US, 20473, HOSTING", // Vultr
        "51.15.1.1, FR, 12876, HOSTING", // Scaleway
        "89.187.160.1, JP, 60068, HOSTING", // Datacamp
        "8.209.1.1, SG, 45102, HOSTING", // Alibaba
        "43.128.1.1, HK, 132203, HOSTING", // Tencent
        "132.145.1.1, US, 31898, HOSTING", // Oracle
        "133.242.0.1, JP, 7684, HOSTING", // Sakura
        "118.27.1.1, JP, 7506, HOSTING", // GMO
        "2606:54c0:7680::1, US, 13335, RELAY", // Private Relay
        "172.224.240.1, KR, 36183, RELAY",
        "146.70.50.1, RO, 9009, HOSTING", // M247
        "163.44.76.1, JP, 7506, HOSTING", // GMO
        "::ffff:8.8.8.8, US, 15169, HOSTING"
    })
    void knowsTheNetworksThatMatter(String address, String country, long asn, NetworkKind kind) {
        Network network = table.lookup(address);
        assertThat(network.country().value()).as(address).contains(country);
        Operator operator = network.operator().value().orElseThrow();
        assertThat(operator.asn()).as(address).isEqualTo(asn);
        assertThat(operator.kind()).as(address).isEqualTo(kind);
        assertThat(operator.name()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {16276, 9009, 212238, 60781, 51167, 20940, 63949, 9370, 45090, 37963, 16509, 8075, 14061, 36352})
    void callsBigRentersOfServersHosting(long asn) {
        assertThat(kindOf(asn)).isEqualTo(NetworkKind.HOSTING);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, PRIVATE_RANGE",
        "172.31.255.255, PRIVATE_RANGE",
        "192.168.0.1, PRIVATE_RANGE",
        "127.0.0.1, PRIVATE_RANGE",
        "169.254.1.1, PRIVATE_RANGE",
        "100.64.0.1, PRIVATE_RANGE",
        "100.127.255.255, PRIVATE_RANGE",
        "::1, PRIVATE_RANGE",
        "fe80::1, PRIVATE_RANGE",
        "fd00::1, PRIVATE_RANGE",
        "::ffff:192.168.0.1, PRIVATE_RANGE",
        "192.0.2.1, DOCUMENTATION_RANGE",
        "198.51.100.255, DOCUMENTATION_RANGE",
        "203.0.113.9, DOCUMENTATION_RANGE",
        "2001:db8::1, DOCUMENTATION_RANGE",
        "3fff:0fff::1, DOCUMENTATION_RANGE",
        "198.18.0.1, RESERVED_RANGE",
        "0.0.0.0, RESERVED_RANGE",
        "224.0.0.1, RESERVED_RANGE",
        "255.255.255.255, RESERVED_RANGE",
        "2001:2::1, RESERVED_RANGE",
        "ff02::1, RESERVED_RANGE",
        "64:ff9b::808:808, RESERVED_RANGE",
        "8000::1, NOT_IN_TABLE",
        "4000::1, NOT_IN_TABLE",
        "1.2.3, MALFORMED",
        "2001:db8::/32, MALFORMED"
    })
    void saysWhyItKnowsNothing(String address, Absence reason) {
        Network network = table.lookup(address);
        assertThat(network.country().absence()).as(address).contains(reason);
        assertThat(network.operator().absence()).as(address).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:db7:ffff::",
        "2001:db9::"
    })
    void leavesTheNeighboursOfSpecialRangesToTheTable(String address) {
        assertThat(table.lookup(address).country().absence()).as(address).isNotEqualTo(Absence.PRIVATE_RANGE);
        assertThat(SpecialRange.of(AddressKey.of(address))).as(address).isEmpty();
    }

    @Test
    void livesOnWithoutItsTables() {
        NetworkTable without = NetworkTable.load(TableBytes.shipping(Map.of()));
        Network network = without.lookup("8.8.8.8");
        assertThat(network.country().absence()).contains(Absence.NO_TABLE);
        assertThat(network.operator().absence()).contains(Absence.NO_TABLE);
        assertThat(without.lookup("10.0.0.1").country().absence()).contains(Absence.PRIVATE_RANGE);
        assertThat(without.problems())
                .hasSize(2)
                .allMatch(problem -> problem.contains("it is not there") && problem.contains("rebuild.sh"));
    }

    @Test
    void keepsOneTableWhenTheOtherIsDamaged() {
        byte[] whole = TableBytes.shipped(Countries.FILE);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        NetworkTable half = NetworkTable.load(
                TableBytes.shipping(Map.of(Countries.FILE, cut, Operators.FILE, TableBytes.shipped(Operators.FILE))));
        assertThat(half.lookup("8.8.8.8").country().absence()).contains(Absence.NO_TABLE);
        assertThat(half.lookup("8.8.8.8").operator().value().orElseThrow().asn())
                .isEqualTo(15169);
        assertThat(half.problems()).singleElement().asString().contains(Countries.FILE);
    }

    @Test
    void seesEveryKindOfDamage() {
        byte[] whole = TableBytes.shipped(Countries.FILE);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 0x10;
        byte[] foreign = TableBytes.gzip("something else".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byte[] endless = new TableBytes("SKC1")
                .text("2026-01-01")
                .text("JP")
                .number(1L << 40)
                .packed();
        byte[] longer = new TableBytes("SKC1")
                .text("2026-01-01")
                .text("JP")
                .family(new long[] {0}, new int[] {1})
                .family(new long[] {0}, new int[] {1})
                .number(7)
                .packed();
        for (byte[] damaged : new byte[][] {flipped, foreign, endless, longer, new byte[0], {1, 2, 3}}) {
            NetworkTable table = NetworkTable.load(TableBytes.shipping(Map.of(Countries.FILE, damaged)));
            assertThat(table.lookup("8.8.8.8").country().absence()).contains(Absence.NO_TABLE);
            assertThat(table.problems()).anyMatch(problem -> problem.startsWith("The table " + Countries.FILE));
        }
    }

    private static NetworkKind kindOf(long asn) {
        try (var source = Shipped.TABLES.open(Operators.FILE)) {
            Operators operators = Operators.read(source);
            for (int number = 8; number <= operators.networks() * 8; number += 8) {
                Operator operator = operators.finding(number).value().orElseThrow();
                if (operator.asn() == asn) {
                    return operators
                            .finding(usedNumber(number / 8))
                            .value()
                            .orElseThrow()
                            .kind();
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw new AssertionError("no network " + asn);
    }

    /** The number, with the kind, of the first segment of the network. */
    private static int usedNumber(int place) throws java.io.IOException {
        for (PlainTable family : PlainTable.networks()) {
            for (int value : family.values) {
                if (value / 8 == place) {
                    return value;
                }
            }
        }
        throw new AssertionError("network " + place + " is not used");
    }
}
