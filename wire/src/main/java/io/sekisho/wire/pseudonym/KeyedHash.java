package io.sekisho.wire.pseudonym;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.event.IpAddress;
import io.sekisho.engine.event.Pseudonym;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes personal texts under a secret key, by HMAC-SHA-256 cut to 128 bits. Owned by one thread. */
public final class KeyedHash {

    public static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 16;

    private final Mac mac;

    /**
     * @throws IllegalArgumentException if the key does not have {@link #KEY_BYTES} bytes
     */
    public KeyedHash(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** The pseudonym of an e-mail address; of nothing it is nothing. */
    public String ofEmail(String email) {
        return of(PersonalText.EMAIL, email);
    }

    /** The pseudonym of a telephone number; of nothing it is nothing. */
    public String ofPhone(String phone) {
        return of(PersonalText.PHONE, phone);
    }

    /** The pseudonym of an IP address: of its network, and for IPv6 of the address, too. */
    public String ofIp(String ip) {
        String network = of(PersonalText.NETWORK, ip);
        boolean isV6 = IpAddress.parse(ip).filter(address -> !address.isV4()).isPresent();
        return isV6 ? network + "/" + of(PersonalText.ADDRESS, ip).substring(1) : network;
    }

    /** The pseudonym of a name or a message, to the letter. */
    public String ofWords(String words) {
        return of(PersonalText.WORDS, words);
    }

    /** 128 bits that stand for a customer where not even his account's id is to be read. */
    public Fingerprint ofAccount(String accountId) {
        ByteBuffer hash = ByteBuffer.wrap(hash((byte) 'A', accountId));
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    private String of(PersonalText kind, String text) {
        String normal = kind.normal(text);
        return normal.isEmpty()
                ? ""
                : Pseudonym.MARK + HexFormat.of().formatHex(hash((byte) kind.ordinal(), normal), 0, HASH_BYTES);
    }

    private byte[] hash(byte domain, String text) {
        mac.update(domain);
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
