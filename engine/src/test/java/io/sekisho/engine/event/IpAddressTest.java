package io.sekisho.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notations of addresses against {@link InetAddress}, which has read them for thirty years. */
final class IpAddressTest {

    private static final Pattern V4 = Pattern.compile(
            "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}");

    /** What {@link InetAddress} lets pass and we do not: zeros before an octet, more than four digits in a group. */
    private static final Pattern LAX = Pattern.compile(".*([.:]0[0-9]+\\..*|\\.0[0-9]+|[0-9a-fA-F]{5}.*)");

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "203.0.113.9, 203.0.113.9",
        "::ffff:203.0.113.9, 203.0.113.9",
        "::FFFF:CB00:7109, 203.0.113.9",
        "0:0:0:0:0:ffff:cb00:7109, 203.0.113.9",
        "::, 0:0:0:0::/64",
        "::1, 0:0:0:0::/64",
        "::203.0.113.9, 0:0:0:0::/64",
        "2001:db8::, 2001:db8:0:0::/64",
        "2001:DB8:0:1::ff, 2001:db8:0:1::/64",
        "2001:0db8:0000:0001:ffff:ffff:ffff:ffff, 2001:db8:0:1::/64",
        "1:2:3:4:5:6:7:8, 1:2:3:4::/64",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4::/64",
        "1::3:4:5:6:7:8, 1:0:3:4::/64",
        "::2:3:4:5:6:7:8, 0:2:3:4::/64",
        "1:2:3:4:5:6:7::, 1:2:3:4::/64",
        "64:ff9b::192.0.2.1, 64:ff9b:0:0::/64",
    })
    void countsAnAddressUnderItsNetwork(String text, String network) {
        assertThat(IpAddress.parse(text).orElseThrow().network()).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4.",
                ".1.2.3.4",
                "1..2.3",
                "256.1.1.1",
                "1.2.3.1000",
                "01.2.3.4",
                "1.2.3.04",
                "0x1.2.3.4",
                "1.2.3.a",
                "-1.2.3.4",
                "+1.2.3.4",
                " 1.2.3.4",
                "1.2.3.4 ",
                "1.2.3.4/32",
                "1.2.3.4:80",
                "\u0661.2.3.4",
                "localhost",
                ":",
                ":::",
                "::1::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:8::",
                ":1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:8:",
                "12345::",
                "g::",
                "::\u0661",
                "[::1]",
                "fe80::1%eth0",
                "2001:db8::/64",
                "::1.2.3",
                "::1.2.3.4.5",
                "::1.2.3.256",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1.2.3.4::",
                "1.2.3.4::1",
                "1.2.3.4:5:6:7:8:9:a",
                "::1.2.3.4:5",
                "::.1.2.3",
                "::1.2.3.04"
            })
    void refusesWhatIsNotExactlyOneAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void readsEveryAddressAsInetAddressDoes() throws UnknownHostException {
        for (long seed = 1; seed <= 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = bytes(random);
            InetAddress expected = InetAddress.getByAddress(bytes);
            for (String text : notations(bytes, random)) {
                assertThat(IpAddress.parse(text)).as("seed %d, %s", seed, text).contains(ours(expected));
            }
        }
    }

    @Test
    void acceptsAndRefusesAsInetAddressDoes() throws UnknownHostException {
        int accepted = 0;
        for (long seed = 1; seed <= 100_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = bytes(random);
            String text = misspelt(notations(bytes, random)[random.nextInt(3)], random);
            if (mayAskInetAddress(text)) {
                Optional<IpAddress> expected = literal(text).map(IpAddressTest::ours);
                Optional<IpAddress> found = IpAddress.parse(text);
                boolean isLax = expected.isPresent() && LAX.matcher(text).matches();
                assertThat(found)
                        .as("seed %d, '%s'", seed, text)
                        .isEqualTo(isLax ? Optional.<IpAddress>empty() : expected);
                accepted += found.isPresent() ? 1 : 0;
            }
        }
        assertThat(accepted).as("misspellings that are addresses again").isGreaterThan(1_000);
    }

    @Test
    void acceptsFourOctetsAndNothingElseAsIpv4() {
        for (long seed = 1; seed <= 50_000; seed++) {
            Random random = new Random(seed);
            String quad = random.nextInt(300) + "." + random.nextInt(300) + "." + random.nextInt(300) + "."
                    + random.nextInt(300);
            String text = random.nextBoolean() ? quad : misspelt(quad, random).replace(":", "");
            assertThat(IpAddress.parse(text).isPresent())
                    .as("seed %d, '%s'", seed, text)
                    .isEqualTo(V4.matcher(text).matches());
        }
    }

    /** Addresses with runs of zeros, for without them nothing is ever shortened. */
    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(4) == 0 ? 4 : 16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = random.nextBoolean() ? 0 : (byte) random.nextInt();
        }
        if (bytes.length == 16 && random.nextInt(8) == 0) {
            ByteBuffer.wrap(bytes).putLong(0).putInt(0xffff);
        }
        return bytes;
    }

    private static String[] notations(byte[] bytes, Random random) throws UnknownHostException {
        if (bytes.length == 4) {
            String text = InetAddress.getByAddress(bytes).getHostAddress();
            return new String[] {text, "::ffff:" + text, "0:0:0:0:0:FFFF:" + text};
        }
        StringBuilder whole = new StringBuilder();
        StringBuilder padded = new StringBuilder();
        for (int i = 0; i < 16; i += 2) {
            int group = (bytes[i] & 255) << 8 | (bytes[i + 1] & 255);
            whole.append(i == 0 ? "" : ":").append(Integer.toHexString(group));
            padded.append(i == 0 ? "" : ":").append(String.format(Locale.ROOT, "%04X", group));
        }
        return new String[] {whole.toString(), padded.toString(), shortened(whole.toString(), random)};
    }

    private static String shortened(String whole, Random random) {
        int groups = 2 + random.nextInt(6);
        String zeros = "0" + ":0".repeat(groups - 1);
        String marked = (":" + whole + ":").replaceFirst(":" + zeros + ":", "::");
        if (!marked.contains("::")) {
            return whole;
        }
        String head = marked.startsWith("::") ? marked : marked.substring(1);
        return head.endsWith("::") ? head : head.substring(0, head.length() - 1);
    }

    private static String misspelt(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0 && !changed.isEmpty(); i--) {
            int at = random.nextInt(changed.length());
            char c = "0123456789abcdefABCDEFg:::...".charAt(random.nextInt(29));
            switch (random.nextInt(3)) {
                case 0 -> changed.insert(at, c);
                case 1 -> changed.setCharAt(at, c);
                default -> changed.deleteCharAt(at);
            }
        }
        return changed.toString();
    }

    /** True where InetAddress reads the text itself and asks no name server. */
    private static boolean mayAskInetAddress(String text) {
        return text.indexOf(':') >= 0 && text.matches("[0-9a-fA-F:].*");
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException refused) {
            return Optional.empty();
        }
    }

    private static IpAddress ours(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address
                ? new IpAddress(true, 0, bytes.getInt() & 0xffffffffL)
                : new IpAddress(false, bytes.getLong(), bytes.getLong());
    }
}
