package io.sekisho.wire.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.-4",
                "01.2.3.4",
                "1.2.3.0004",
                "1..3.4",
                "1.2.3.4 ",
                "1.2.3.4/24",
                "1.2.3.4:80",
                "a.b.c.d",
                "１.2.3.4",
                "localhost",
                ":",
                ":::",
                "::1::",
                "1:2:3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1::2::3",
                ":1::2",
                "1::2:",
                "12345::",
                "g::1",
                "::1%eth0",
                "[::1]",
                "::1.2.3",
                "::1.2.3.4.5",
                "::1.2.3.256",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "2001:db8::/32",
                "2001:db8:0:0:0:0:0:0:",
                "é::1",
                "0000:0000:0000:0000:0000:0000:0000:0000:0000"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(AddressKey.of(text)).as(text).isEqualTo(AddressKey.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:1.2.3.4, 1.2.3.4",
        "::FFFF:102:304, 1.2.3.4",
        "0:0:0:0:0:ffff:255.255.255.255, 255.255.255.255",
        "2001:0DB8::1, 2001:db8:0:0:ffff::",
        "fe80::1:2, fe80:0:0:0:1::",
        "1:2:3:4:5:6:7:8, 1:2:3:4::",
        "1::2:3:4:5:6:7, 1:0:2:3::",
        "64:ff9b::1.2.3.4, 64:ff9b::"
    })
    void readsWaysOfWritingTheSameNetworkAlike(String one, String other) {
        assertThat(AddressKey.of(one)).isEqualTo(AddressKey.of(other)).isNotEqualTo(AddressKey.MALFORMED);
    }

    @Test
    void agreesWithThePlatformOnRandomAddresses() throws UnknownHostException {
        long seed = 20261101;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(4) == 0 ? 4 : 16];
            random.nextBytes(bytes);
            for (int zeros = random.nextInt(bytes.length); zeros > 0 && bytes.length == 16; zeros--) {
                bytes[random.nextInt(bytes.length)] = 0;
            }
            bytes[0] |= 1;
            String text = written(InetAddress.getByAddress(bytes).getHostAddress(), random);
            assertThat(AddressKey.of(text))
                    .as("seed %d, step %d, %s", seed, i, text)
                    .isEqualTo(expected(bytes));
        }
    }

    @Test
    void tellsThatTheLoopbackIsLocal() {
        assertThat(AddressKey.of("::1")).isEqualTo(AddressKey.LOCAL);
        assertThat(AddressKey.of("::")).isEqualTo(AddressKey.LOCAL);
        assertThat(AddressKey.of("::2")).isEqualTo(AddressKey.RESERVED);
    }

    @Test
    void letsNoWrittenAddressPassForTheKeyOfAnother() {
        assertThat(AddressKey.of("4::808:808:0:0")).isEqualTo(AddressKey.RESERVED);
        assertThat(AddressKey.of("4:0:808:808::")).isEqualTo(AddressKey.RESERVED);
        assertThat(AddressKey.of("1::")).isEqualTo(AddressKey.RESERVED);
    }

    private static String written(String full, Random random) {
        String text = random.nextBoolean() ? full : full.toUpperCase(java.util.Locale.ROOT);
        return random.nextBoolean() ? text : text.replaceFirst("(^|:)0(:0)+(:|$)", "::");
    }

    private static long expected(byte[] bytes) {
        if (bytes.length == 4) {
            return AddressKey.V4 | (ByteBuffer.wrap(bytes).getInt() & 0xFFFF_FFFFL);
        }
        long high = ByteBuffer.wrap(bytes).getLong();
        return high >>> 56 == 0 ? AddressKey.RESERVED : high;
    }
}
