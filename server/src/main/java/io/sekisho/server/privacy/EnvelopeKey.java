package io.sekisho.server.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.sekisho.server.platform.PrivateFile;
import io.sekisho.server.platform.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The key that wraps all other keys: a Tink keyset for authenticated encryption. */
public final class EnvelopeKey {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Aead aead;

    private EnvelopeKey(Aead aead) {
        this.aead = aead;
    }

    /**
     * The key at that URL ({@code file:}, {@code http:} or {@code https:}), or the one in the file, which is drawn there if
     * there is none.
     *
     * @throws UnavailableException if the URL gives none: without its keys the server does not start
     */
    public static EnvelopeKey open(@Nullable String url, Path file) {
        try {
            AeadConfig.register();
            String keyset = url == null ? ofFile(file) : fetched(URI.create(url));
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
            return new EnvelopeKey(handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException | IllegalArgumentException | IOException failed) {
            // The message of a parser may quote the key, and a URL may hold a password.
            String place = url == null ? file.toString() : url.replaceFirst("//[^/@]*@", "//");
            throw new UnavailableException(
                    "envelope_key",
                    "No Tink keyset for AEAD can be read from " + place + ": check the file or the URL.");
        }
    }

    /** The bytes under this key; opened only with the same context. */
    public byte[] wrap(byte[] secret, String context) {
        try {
            return aead.encrypt(secret, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("The envelope key does not encrypt", failed);
        }
    }

    /**
     * What was wrapped.
     *
     * @throws UnavailableException if it was wrapped under another key, or was altered
     */
    public byte[] unwrap(byte[] wrapped, String context) {
        try {
            return aead.decrypt(wrapped, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new UnavailableException(
                    "envelope_key",
                    "The " + context + " was not wrapped under this envelope key, or was altered: use the key of this"
                            + " data folder.");
        }
    }

    private static String ofFile(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            KeysetHandle drawn = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(drawn, InsecureSecretKeyAccess.get());
            PrivateFile.write(file, json.getBytes(StandardCharsets.UTF_8));
        }
        return Files.readString(file);
    }

    private static String fetched(URI url) throws IOException {
        if ("file".equals(url.getScheme())) {
            return Files.readString(Path.of(url));
        }
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("Status " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", interrupted);
        }
    }
}
