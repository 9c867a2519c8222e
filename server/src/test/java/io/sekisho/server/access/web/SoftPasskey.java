package io.sekisho.server.access.web;

import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonTree;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** An authenticator in software, with a browser around it: makes a passkey of P-256 and signs with it. */
final class SoftPasskey {

    static final int PRESENT_AND_VERIFIED = 0x05;
    static final int ONLY_PRESENT = 0x01;

    private static final int HOLDS_CREDENTIAL = 0x40;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final byte[] id;
    private final String origin;
    private String userHandle = "";

    SoftPasskey(String origin, String id) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.keys = generator.generateKeyPair();
        this.id = Arrays.copyOf(id.getBytes(StandardCharsets.UTF_8), 16);
        this.origin = origin;
    }

    /** Answers the options of an enrolment. */
    String create(String options) throws GeneralSecurityException {
        Map<?, ?> asked = read(options);
        userHandle = String.valueOf(((Map<?, ?>) asked.get("user")).get("id"));
        byte[] client = client("webauthn.create", asked);
        byte[] attestation = concat(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                bytes(authenticator(PRESENT_AND_VERIFIED | HOLDS_CREDENTIAL, credential())));
        Map<String, Object> response = Map.of(
                "clientDataJSON", BASE64.encodeToString(client),
                "attestationObject", BASE64.encodeToString(attestation),
                "transports", List.of("internal"));
        return new CanonicalJson().write(Map.of("label", "Soft key", "credential", sent(response)));
    }

    /** Answers the options of a sign-in. */
    String sign(String options, int flags) throws GeneralSecurityException {
        byte[] client = client("webauthn.get", read(options));
        byte[] authenticator = authenticator(flags, new byte[0]);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(authenticator);
        signature.update(sha256(client));
        return new CanonicalJson()
                .write(sent(Map.of(
                        "clientDataJSON", BASE64.encodeToString(client),
                        "authenticatorData", BASE64.encodeToString(authenticator),
                        "signature", BASE64.encodeToString(signature.sign()),
                        "userHandle", userHandle)));
    }

    private Map<String, Object> sent(Map<String, Object> response) {
        return Map.of(
                "id",
                BASE64.encodeToString(id),
                "rawId",
                BASE64.encodeToString(id),
                "type",
                "public-key",
                "response",
                response,
                "clientExtensionResults",
                Map.of(),
                "authenticatorAttachment",
                "platform");
    }

    private byte[] client(String type, Map<?, ?> asked) {
        return new CanonicalJson()
                .write(Map.of(
                        "type",
                        type,
                        "challenge",
                        String.valueOf(asked.get("challenge")),
                        "origin",
                        origin,
                        "crossOrigin",
                        false))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] authenticator(int flags, byte[] credential) throws GeneralSecurityException {
        byte[] rpId = sha256("localhost".getBytes(StandardCharsets.UTF_8));
        return concat(rpId, new byte[] {(byte) flags}, new byte[4], credential);
    }

    private byte[] credential() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        byte[] cose = concat(
                // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
                bytes(coordinate(key.getW().getAffineX().toByteArray())),
                new byte[] {0x22},
                bytes(coordinate(key.getW().getAffineY().toByteArray())));
        byte[] length = ByteBuffer.allocate(2).putShort((short) id.length).array();
        return concat(new byte[16], length, id, cose);
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] text(String text) {
        return concat(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(byte[] content) {
        return concat(new byte[] {0x58, (byte) content.length}, content);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static Map<?, ?> read(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return (Map<?, ?>)
                JsonTree.read(bytes, 0, bytes.length, new ArrayList<>()).orElseThrow();
    }
}
