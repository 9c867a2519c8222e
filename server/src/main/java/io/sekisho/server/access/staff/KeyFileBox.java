package io.sekisho.server.access.staff;

import io.sekisho.server.platform.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals with AES-256-GCM under a key in a file, which is drawn when it is not there. Without that file nothing opens. */
final class KeyFileBox implements SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    private KeyFileBox(byte[] key, SecureRandom random) {
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    static KeyFileBox of(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            byte[] drawn = new byte[KEY_BYTES];
            random.nextBytes(drawn);
            PrivateFile.write(file, drawn);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new IOException("The key in " + file + " is damaged: restore it from a copy.");
        }
        return new KeyFileBox(key, random);
    }

    @Override
    public byte[] seal(byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, secret, 0);
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return both;
    }

    @Override
    public byte[] open(byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalStateException("What is to be opened is too short");
        }
        return crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), sealed, NONCE_BYTES);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException("This was not sealed by this key", foreign);
        }
    }
}
