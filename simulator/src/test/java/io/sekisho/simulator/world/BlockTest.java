package io.sekisho.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "153.160.0.0/12",
                "126.186.0.0/15",
                "37.120.154.0/24",
                "45.32.40.0/21",
                "2400:4050::/32",
                "240d:1a::/32"
            })
    void everyAddressLiesInTheRange(String cidr) throws UnknownHostException {
        Block block = Block.of(cidr);
        Dice dice = new Dice(1);
        for (int i = 0; i < 2000; i++) {
            String address = block.isV6() ? block.address(dice.bits(), dice.bits()) : block.address(dice.bits());

            assertThat(prefix(address, cidr)).as(address).isEqualTo(prefix(cidr.substring(0, cidr.indexOf('/')), cidr));
        }
    }

    private static BigInteger prefix(String address, String cidr) throws UnknownHostException {
        byte[] bytes = InetAddress.getByName(address).getAddress();
        int length = Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
        return new BigInteger(1, bytes).shiftRight(8 * bytes.length - length);
    }
}
