package io.sekisho.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API keys as requests are checked against them. Safe for all threads. */
public final class ApiKeys implements AutoCloseable {

    /*
     * A known key costs a look into an immutable map, one SHA-256 and a comparison in constant time: no lock, no I/O. The
     * folder is looked at once a second by a thread of its own, so that a key revoked there is refused about a second later.
     * An unknown id makes whoever brought it look at once, since the key may be newer than that second; but not more often
     * than MOST_LOOKS times a second, so that guessing ids does not make the server read its disk all day. Beyond that an
     * unknown id is refused without a look.
     */
    private static final int MOST_LOOKS = 10;

    /** For the header WWW-Authenticate where no key came. */
    public static final String CHALLENGE = Refusals.CHALLENGE;

    private static final Duration LAST_USE_WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);

    /** Of no secret. An unknown id is compared with it, and so takes as long as a known one. */
    private static final KnownKey NOBODY =
            new KnownKey(new ApiKey("", "", Set.of(Scope.READ), Instant.EPOCH, null, null, 1), "00".repeat(32), 0);

    private final KeyFolder folder;
    private final InstantSource time;
    private final KeyWatch watch;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicLong looksOfSecond = new AtomicLong();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("api-keys").factory());

    private volatile Map<String, KnownKey> known = Map.of();
    private Optional<ScheduledFuture<?>> ticking = Optional.empty();

    /** The four below are only used by whoever holds the lock. */
    private String fingerprint = "";

    private Map<String, String> noticed = new TreeMap<>();
    private Map<String, Instant> lastUsesWritten = Map.of();
    private Instant lastUsesWrittenAt;
    private final Set<String> damagedTold = new HashSet<>();

    /** Reads the folder once; {@link #start} follows it. */
    ApiKeys(KeyFolder folder, InstantSource time, KeyWatch watch) throws IOException {
        this.folder = folder;
        this.time = time;
        this.watch = watch;
        this.lastUsesWrittenAt = time.instant();
        this.noticed.putAll(folder.noticed());
        look();
        Map<String, Instant> lastUses = folder.lastUses();
        known.forEach((id, key) ->
                key.usedBefore(lastUses.getOrDefault(id, Instant.EPOCH).toEpochMilli()));
        this.lastUsesWritten = lastUses();
    }

    /** Looks at the folder once a second from now on. */
    void start() {
        ticking = Optional.of(ticks.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS));
    }

    /**
     * Whose key a request brings.
     *
     * @param header the value of Authorization; null where there is none
     * @param nowMillis of the same clock as everything else
     */
    public KeyCheck authenticate(@Nullable String header, long nowMillis) {
        if (header == null || header.isBlank()) {
            return Refusals.MISSING;
        }
        return KeyText.ofHeader(header).map(text -> check(text, nowMillis)).orElse(Refusals.INVALID);
    }

    /** Reads the folder if it has changed. */
    void look() throws IOException {
        looking.lock();
        try {
            String now = folder.fingerprint();
            if (!now.equals(fingerprint)) {
                // The fingerprint is the older of the two: what changes in between is seen by the next look.
                replace(folder.read());
                fingerprint = now;
            }
        } finally {
            looking.unlock();
        }
    }

    /** What happens once a second. */
    void tick() {
        try {
            look();
            notice();
            if (!time.instant().isBefore(lastUsesWrittenAt.plus(LAST_USE_WRITTEN_EVERY))) {
                writeLastUses();
            }
        } catch (IOException | UncheckedIOException failed) {
            LOG.atError()
                    .setCause(failed)
                    .log("The folder of the API keys cannot be read or written; the known keys stay");
        } catch (RuntimeException failed) {
            // The edge of this thread: whatever it is, the next tick must come.
            LOG.atError().setCause(failed).log("The look at the API keys failed; it is tried again");
        }
    }

    /** Writes down when which key was used last. */
    @Override
    public void close() throws IOException {
        ticking.ifPresent(running -> running.cancel(false));
        ticks.shutdown();
        writeLastUses();
    }

    private KeyCheck check(KeyText text, long nowMillis) {
        byte[] hash = text.hash();
        KnownKey key = find(text.id(), nowMillis);
        if (!key.hasHash(hash) || key == NOBODY) {
            return Refusals.INVALID;
        }
        if (key.key().isRevoked()) {
            return Refusals.REVOKED;
        }
        return key.key().isExpired(nowMillis) ? Refusals.EXPIRED : key.use(nowMillis);
    }

    private KnownKey find(String id, long nowMillis) {
        KnownKey key = known.get(id);
        if (key != null || !mayLook(nowMillis)) {
            return Optional.ofNullable(key).orElse(NOBODY);
        }
        try {
            look();
        } catch (IOException failed) {
            LOG.atError().setCause(failed).log("The folder of the API keys cannot be read; the known keys stay");
        }
        return known.getOrDefault(id, NOBODY);
    }

    /** Counts in one number: the second, and how often somebody looked in it. */
    private boolean mayLook(long nowMillis) {
        long second = nowMillis / 1_000 * 1_000;
        long counted = looksOfSecond.updateAndGet(before -> before >= second && before < second + MOST_LOOKS + 1
                ? Math.min(before + 1, second + MOST_LOOKS + 1)
                : second + 1);
        return counted <= second + MOST_LOOKS;
    }

    private void replace(KeyFolder.Contents contents) {
        Map<String, KnownKey> before = known;
        Map<String, KnownKey> now = HashMap.newHashMap(contents.keys().size());
        contents.keys().forEach((id, content) -> {
            KnownKey former = before.get(id);
            long used = former == null ? 0 : former.lastUsedMillis();
            now.put(id, new KnownKey(content.key(), content.hashHex(), used));
        });
        known = now;
        contents.damaged().stream()
                .map(file -> file.getFileName().toString())
                .filter(damagedTold::add)
                .forEach(watch::damaged);
    }

    /** Tells of what is new; what was told is written down, so that a restart does not tell it again. */
    private void notice() throws IOException {
        Map<String, String> told = new TreeMap<>(noticed);
        known.forEach((id, key) -> notice(key.key(), told));
        told.keySet().retainAll(known.keySet());
        if (!told.equals(noticed)) {
            folder.writeNoticed(told);
            noticed = told;
        }
    }

    private void notice(ApiKey key, Map<String, String> told) {
        if (!told.containsKey(key.id())) {
            watch.created(key);
            told.put(key.id(), "created");
        }
        if (key.isRevoked() && !"revoked".equals(told.get(key.id()))) {
            watch.revoked(key);
            told.put(key.id(), "revoked");
        }
    }

    private void writeLastUses() throws IOException {
        looking.lock();
        try {
            lastUsesWrittenAt = time.instant();
            Map<String, Instant> now = lastUses();
            if (!now.equals(lastUsesWritten)) {
                folder.writeLastUses(now);
                lastUsesWritten = now;
            }
        } finally {
            looking.unlock();
        }
    }

    private Map<String, Instant> lastUses() {
        Map<String, Instant> lastUses = new TreeMap<>();
        known.forEach((id, key) -> {
            if (key.lastUsedMillis() > 0) {
                lastUses.put(id, Instant.ofEpochMilli(key.lastUsedMillis()));
            }
        });
        return lastUses;
    }
}
