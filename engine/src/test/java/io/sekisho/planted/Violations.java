package io.sekisho.planted;

import com.tngtech.archunit.ArchConfiguration;
import java.io.File;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** One small class for each thing that the engine must not do. */
public final class Violations {

    private Violations() {}

    /** I/O. */
    public static final class ReadsAFile {
        boolean isThere(String name) {
            return new File(name).exists();
        }
    }

    /** I/O. */
    public static final class ListsAFolder {
        Path folder(String name) {
            return Path.of(name);
        }
    }

    /** I/O. */
    public static final class AsksTheNetwork {
        InetAddress address(String host) throws UnknownHostException {
            return InetAddress.getByName(host);
        }
    }

    /** A clock. */
    public static final class AsksForNow {
        Instant time() {
            return Instant.now();
        }
    }

    /** A clock, by a reference to a method. */
    public static final class RefersToNow {
        Supplier<Instant> time() {
            return Instant::now;
        }
    }

    /** A clock. */
    public static final class AsksAClock {
        long time(Clock clock) {
            return clock.millis();
        }
    }

    /** A clock. */
    public static final class CountsMillis {
        long time() {
            return System.currentTimeMillis();
        }
    }

    /** A clock. */
    public static final class CountsNanos {
        long time() {
            return System.nanoTime();
        }
    }

    /** Chance. */
    public static final class Draws {
        int number(long seed) {
            return new Random(seed).nextInt();
        }
    }

    /** Chance. */
    public static final class DrawsOfTheThread {
        int number() {
            return ThreadLocalRandom.current().nextInt();
        }
    }

    /** Chance. */
    public static final class DrawsAnId {
        String id() {
            return UUID.randomUUID().toString();
        }
    }

    /** Chance. */
    public static final class DrawsANumber {
        double number() {
            return Math.random();
        }
    }

    /** Chance. */
    public static final class Shuffles {
        void mix(List<String> words) {
            Collections.shuffle(words);
        }
    }

    /** The machine's settings. */
    public static final class AsksTheEnvironment {
        Map<String, String> settings() {
            return System.getenv();
        }
    }

    /** The machine's settings. */
    public static final class AsksForTheZone {
        ZoneId zone() {
            return ZoneId.systemDefault();
        }
    }

    /** The machine's settings. */
    public static final class AsksForTheLocale {
        Locale locale() {
            return Locale.getDefault();
        }
    }

    /** A log. */
    public static final class Prints {
        void say(String word) {
            System.out.println(word);
        }
    }

    /** A log. */
    public static final class Logs {
        void say(String word) {
            Logger.getLogger("planted").info(word);
        }
    }

    /** A thread. */
    public static final class StartsAThread {
        void run(Runnable work) {
            new Thread(work).start();
        }
    }

    /** A thread's tool. */
    public static final class SharesAMap {
        Map<String, String> map() {
            return new ConcurrentHashMap<>();
        }
    }

    /** A lock. */
    public static final class Locks {
        private int count;

        synchronized int next() {
            return ++count;
        }
    }

    /** A thread's signal. */
    public static final class Waits {
        void call(Object other) {
            other.notifyAll();
        }
    }

    /** Inexact arithmetic. */
    public static final class TakesASine {
        double of(double angle) {
            return Math.sin(angle);
        }
    }

    /** Inexact arithmetic, by a reference to a method. */
    public static final class RefersToExp {
        DoubleUnaryOperator curve() {
            return Math::exp;
        }
    }

    /** A library that the engine has no business with. */
    public static final class NeedsALibrary {
        ArchConfiguration library() {
            return ArchConfiguration.get();
        }
    }
}
