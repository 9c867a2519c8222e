package io.sekisho.cli.demo;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.Progress;
import io.sekisho.server.LogFormat;
import io.sekisho.server.Server;
import io.sekisho.server.access.ApiKey;
import io.sekisho.server.access.IssuedKey;
import io.sekisho.server.access.KeyFolder;
import io.sekisho.server.access.KeyWish;
import io.sekisho.server.access.Scope;
import io.sekisho.server.demo.DemoSettings;
import io.sekisho.server.platform.MailSettings;
import io.sekisho.server.platform.Settings;
import io.sekisho.server.platform.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** A demonstration from its first line to its last. */
final class Demo {

    private static final long LONGEST_END_SECONDS = 40;
    private static final long LOOK_EVERY_MILLIS = 60_000;
    private static final int TOKEN_BYTES = 18;

    /** There is no such shop, and nobody has that number. */
    private static final MailSettings SHOP =
            new MailSettings(null, "notices@tsubame.example", "Tsubame Store", "03-0000-0000 (9:00-18:00)");

    private final Wish wish;
    private final DemoFolder folder;
    private final Told told;
    private final SecureRandom random;
    private final InstantSource time;
    private final CountDownLatch hasEnded = new CountDownLatch(1);
    private final CountDownLatch interruption = new CountDownLatch(1);

    Demo(Wish wish, DemoFolder folder, Told told, SecureRandom random, InstantSource time) {
        this.wish = wish;
        this.folder = folder;
        this.told = told;
        this.random = random;
        this.time = time;
    }

    /**
     * What was asked for.
     *
     * @param settings of the server, but for its past
     * @param seconds after which it ends by itself, from when it is ready
     */
    record Wish(Settings settings, ShopDay.Plan plan, double speed, long seconds) {}

    /** Answers with the exit code; where the user interrupts, the process ends from within. */
    int run(IntConsumer ending) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> interrupt(ending)));
        try {
            told.say("simulating", wish.plan().accounts());
            Progress progress = new Progress(told.text("progress"));
            ShopDay day = ShopDay.make(wish.plan(), folder.past(), time.instant(), progress);
            progress.finish();
            told.say("starting");
            String key = issueKey();
            Trial trial = new Trial(token());
            DemoSettings demo = new DemoSettings(0, trial);
            try (Server server = Server.startDemo(settings(day.history()), demo, LogFormat.QUIET, text -> {})) {
                return play(day, server, new Door(key, trial.token()));
            }
        } finally {
            folder.close();
            hasEnded.countDown();
        }
    }

    /** What opens the demonstration's doors. */
    private record Door(String key, String entrance) {}

    private int play(ShopDay day, Server server, Door keys) throws InterruptedException {
        String main = "http://localhost:" + server.port();
        String gate = "http://localhost:" + server.gatePort().orElseThrow();
        told.say("open", main + "/demo/enter?token=" + keys.entrance(), main + "/demo/mailbox", gate, keys.key());
        told.say("begins", ShopDay.FIRST_ATTACK_AFTER.toSeconds() / (long) wish.speed(), (long) wish.speed());
        long end = wish.seconds() == Long.MAX_VALUE ? Long.MAX_VALUE : time.millis() + wish.seconds() * 1_000;
        Ending ending = new Ending(time, end, interruption);
        Shop shop = new Shop();
        try (GateDoor door = new GateDoor(gate, main, keys.key())) {
            new Player(door, shop, told)
                    .play(day.events(), ShopClock.starting(time, day.beginMillis(), wish.speed()), ending);
            awaitEnd(ending);
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
            return Exit.FAILED;
        }
        told.sums(shop.sums());
        folder.kept().ifPresent(path -> told.say("kept", path));
        return Exit.OK;
    }

    private void awaitEnd(Ending ending) throws InterruptedException {
        if (!ending.comesWithin(0)) {
            told.say("over");
        }
        while (!ending.comesWithin(LOOK_EVERY_MILLIS)) {
            // Everything stays open.
        }
    }

    private Settings settings(Path history) {
        Settings asked = wish.settings();
        return new Settings(asked.port(), asked.gatePort(), asked.data(), null, null, false, history, null)
                .withMail(SHOP);
    }

    private String issueKey() throws IOException {
        KeyWish key = new KeyWish("demo", EnumSet.of(Scope.DECIDE, Scope.READ, Scope.WRITE), null, ApiKey.USUAL_QUOTA);
        IssuedKey issued = new KeyFolder(wish.settings().data().resolve("keys")).issue(key, random, time.instant());
        return issued.secret();
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The code of an orderly end is 0, and not that of the signal. */
    private void interrupt(IntConsumer ending) {
        interruption.countDown();
        try {
            if (hasEnded.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                ending.accept(Exit.OK);
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
