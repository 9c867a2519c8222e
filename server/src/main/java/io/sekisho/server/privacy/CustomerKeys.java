package io.sekisho.server.privacy;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.wire.record.EventEntry.Sealed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A key of its own for each customer, under which his personal texts are sealed wherever they are kept. Erasing the key
 * erases the texts, in journal, database and copies alike. May be shared by threads.
 */
public final class CustomerKeys implements AutoCloseable {

    /*
     * Whoever seals makes a new customer's key in memory at once; it is on disk before what it sealed is. That is why the
     * thread that commits the journal calls flush() first: a key is queued before the event that needs it.
     */
    private static final int KEY_BYTES = 32;

    private final CustomerKeyFile file;
    private final SecureRandom random;
    private final Map<Fingerprint, byte[]> keys = new ConcurrentHashMap<>();
    private final Queue<CustomerKeyFile.Entry> unwritten = new ConcurrentLinkedQueue<>();

    public CustomerKeys(Path path, EnvelopeKey envelope, SecureRandom random) throws IOException {
        this(new CustomerKeyFile(path, envelope), random);
    }

    CustomerKeys(CustomerKeyFile file, SecureRandom random) throws IOException {
        this.file = file;
        this.random = random;
        file.readAll(entry -> keys.put(entry.customer(), entry.key()));
    }

    /** The bytes under the customer's key, which is drawn if there is none. */
    public Sealed seal(Fingerprint customer, byte[] plain) {
        try {
            byte[] key = keys.computeIfAbsent(customer, this::draw);
            return new Sealed(customer, new AesGcmJce(key).encrypt(plain, context(customer)));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("A customer's key does not encrypt", failed);
        }
    }

    /** What was sealed; nothing where the customer's key was erased. */
    public Optional<byte[]> open(Sealed sealed) {
        byte[] key = keys.get(sealed.customer());
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AesGcmJce(key).decrypt(sealed.bytes(), context(sealed.customer())));
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("A customer's sealed texts were altered", altered);
        }
    }

    /** Makes all keys drawn so far durable. One thread at a time. */
    public void flush() throws IOException {
        if (unwritten.isEmpty()) {
            return;
        }
        for (CustomerKeyFile.Entry entry = unwritten.peek(); entry != null; entry = unwritten.peek()) {
            file.append(entry);
            unwritten.remove();
        }
        file.force();
    }

    public int size() {
        return keys.size();
    }

    @Override
    public void close() throws IOException {
        flush();
        file.close();
    }

    private byte[] draw(Fingerprint customer) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        unwritten.add(new CustomerKeyFile.Entry(customer, key));
        return key;
    }

    private static byte[] context(Fingerprint customer) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(customer.high())
                .putLong(customer.low())
                .array();
    }
}
