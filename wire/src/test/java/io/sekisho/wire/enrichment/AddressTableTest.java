package io.sekisho.wire.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTableTest {
    private static final int SAMPLES = 200;

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void findsWhatALookFromTheFrontFindsInTheShippedTables(long seed) throws IOException {
        Random random = new Random(seed);
        PlainTable[] countries = PlainTable.countries();
        PlainTable[] networks = PlainTable.networks();
        Countries shippedCountries = Countries.read(Shipped.TABLES.open(Countries.FILE));
        Operators shippedNetworks = Operators.read(Shipped.TABLES.open(Operators.FILE));
        for (int i = 0; i < SAMPLES; i++) {
            long v4 = address(countries[0], networks[0], random) & 0xFFFF_FFFFL;
            long v6 = address(countries[1], networks[1], random) | (1L << 61);
            String where = "seed " + seed + ", step " + i + ", " + v4 + ", " + Long.toHexString(v6);
            assertThat(shippedCountries.table().find(AddressKey.V4 | v4))
                    .as(where)
                    .isEqualTo(countries[0].value(v4));
            assertThat(shippedCountries.table().find(v6)).as(where).isEqualTo(countries[1].value(v6));
            assertThat(shippedNetworks.find(AddressKey.V4 | v4)).as(where).isEqualTo(networks[0].value(v4));
            assertThat(shippedNetworks.find(v6)).as(where).isEqualTo(networks[1].value(v6));
        }
    }

    @Test
    void findsBothEdgesOfEverySegment() throws IOException {
        long[] v4 = {0, 1, 5, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL};
        long[] v6 = {0, 1L << 61, Long.MAX_VALUE, Long.MIN_VALUE, -2, -1};
        int[] values = {0, 1, 2, 3, 4, 5};
        AddressTable table = table(v4, values, v6, values);
        for (int i = 0; i < values.length; i++) {
            assertThat(table.find(AddressKey.V4 | v4[i])).isEqualTo(i);
            assertThat(table.find(AddressKey.V4 | (i == 5 ? 0xFFFF_FFFFL : v4[i + 1] - 1)))
                    .isEqualTo(i);
            if (i > 0) {
                assertThat(table.find(v6[i])).isEqualTo(i);
                assertThat(table.find(i == 5 ? -1 : v6[i + 1] - 1)).isEqualTo(i);
            }
        }
    }

    @Test
    void refusesSegmentsOutOfOrder() {
        long[] good = {0, 9};
        int[] values = {0, 1};
        assertThatThrownBy(() -> table(new long[] {1, 9}, values, good, values)).hasMessageContaining("segment 0");
        assertThatThrownBy(() -> table(new long[] {0, 0}, values, good, values)).hasMessageContaining("segment 1");
        assertThatThrownBy(() -> table(new long[] {0, 1L << 32}, values, good, values))
                .hasMessageContaining("cover");
        assertThatThrownBy(() -> table(good, new int[] {0, 6}, good, values)).hasMessageContaining("out of range: 6");
        assertThatThrownBy(() -> table(new long[0], new int[0], good, values)).hasMessageContaining("cover");
    }

    private static AddressTable table(long[] v4, int[] valuesV4, long[] v6, int[] valuesV6) throws IOException {
        byte[] bytes =
                new TableBytes("TEST").family(v4, valuesV4).family(v6, valuesV6).packed();
        return AddressTable.read(TableReader.open(new ByteArrayInputStream(bytes), "TEST"), 6);
    }

    /** An edge of a segment of either table, the address beside it, or any address. */
    private static long address(PlainTable one, PlainTable other, Random random) {
        PlainTable table = random.nextBoolean() ? one : other;
        long edge = table.starts[random.nextInt(table.starts.length)];
        return switch (random.nextInt(3)) {
            case 0 -> edge;
            case 1 -> edge - 1;
            default -> random.nextLong();
        };
    }
}
