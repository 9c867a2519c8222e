package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Events;
import io.sekisho.acceptance.testkit.Eventually;
import io.sekisho.acceptance.testkit.LeftOver;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.server.SMTPServer;

/** Each owner is told, and of one act by one message, though the server is killed again and again. */
@Tag("slow")
class NoticeCrashTest {

    private static final int KILLS = 4;
    private static final int OWNERS_A_LIFE = 12;
    private static final int LONGEST_LIFE_MILLIS = 900;
    private static final long SEED = 20261124;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");

    private final Instant now = Instant.now();
    private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();

    @TempDir
    Path folder;

    @AfterEach
    void endWhatIsLeft() {
        LeftOver.end(folder.resolve("data"));
    }

    @Test
    void everyOwnerIsToldByOneMessage() throws Exception {
        Path data = folder.resolve("data");
        String key = RunningServer.newKey(data, "decide");
        SMTPServer mail = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, bytes) -> take(to, bytes))
                .build();
        mail.start();
        try {
            Random random = new Random(SEED);
            for (int life = 0; life < KILLS; life++) {
                RunningServer server = start(data, mail);
                send(server, key, life);
                Eventually.pass(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
                server.kill();
            }
            try (RunningServer server = start(data, mail)) {
                Set<String> owners = new HashSet<>();
                for (int life = 0; life < KILLS; life++) {
                    owners.addAll(send(server, key, life));
                }
                Eventually.isTrue(
                        "all owners are told: " + messages.keySet(),
                        LONGEST,
                        () -> messages.keySet().equals(owners));
                assertThat(server.stop()).isZero();
            }
        } finally {
            mail.stop();
        }
        assertThat(messages)
                .as("seed " + SEED)
                .allSatisfy((owner, ids) -> assertThat(ids).hasSize(1));
        assertThat(taken.get())
                .as("handed over again only what a kill left in doubt")
                .isLessThanOrEqualTo(messages.size() + KILLS * OWNERS_A_LIFE);
    }

    private void take(String to, byte[] bytes) {
        Matcher id = MESSAGE_ID.matcher(new String(bytes, StandardCharsets.UTF_8));
        assertThat(id.find()).isTrue();
        messages.computeIfAbsent(to, owner -> ConcurrentHashMap.newKeySet()).add(id.group(1));
        taken.incrementAndGet();
    }

    private static RunningServer start(Path data, SMTPServer mail) {
        return RunningServer.start(
                data,
                "--mail",
                "smtp://127.0.0.1:" + mail.getPortAllocated(),
                "--mail-from",
                "notices@shop.example",
                "--shop-name",
                "Tea Shop",
                "--shop-contact",
                "03-0000-0000");
    }

    /** A sign-in from the usual device, long ago, and one from a device that is new; answers with the owners' addresses. */
    private Set<String> send(RunningServer server, String key, int life) throws Exception {
        List<String> events = new ArrayList<>();
        Set<String> owners = new HashSet<>();
        for (int i = 0; i < OWNERS_A_LIFE; i++) {
            String account = "owner-" + life + "-" + i;
            String address = account + "@mail.example";
            owners.add(address);
            events.add(on("usual", address, Events.login(account + "-1", account, now.minus(Duration.ofDays(40)))));
            events.add(on("new", address, Events.login(account + "-2", account, now)));
        }
        Response answer =
                server.askGate(Request.post("/v1/events", Events.array(events)).by(key));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return owners;
    }

    private static String on(String device, String address, String event) {
        return event.replaceFirst(
                "\"account_id\":",
                "\"device_id\":\"" + device
                        + "\",\"account\":{\"created_at\":\"2020-01-01T00:00:00Z\",\"orders_before\":9,"
                        + "\"email\":\"" + address + "\"},\"account_id\":");
    }
}
