package io.sekisho.odd;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that fail in every way, and one that takes its time. */
@RestController
public final class OddRequests {

    public static final String SECRET = "do-not-tell-8c1f";

    private final JdbcClient client;
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch mayLeave = new CountDownLatch(1);

    public OddRequests(JdbcClient client) {
        this.client = client;
    }

    @GetMapping("/odd/query")
    String query() {
        return client.sql("SELECT 1").query(String.class).single();
    }

    @GetMapping("/odd/broken")
    String broken() {
        return List.of(Map.of(SECRET, "")).get(1).toString();
    }

    @GetMapping("/odd/leaking")
    int leaking() {
        return Integer.parseInt(SECRET);
    }

    @GetMapping("/odd/needs")
    String needs(@RequestParam int number) {
        return Integer.toString(number);
    }

    @PostMapping(path = "/odd/body", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> body(@RequestBody Map<String, Object> body) {
        return Map.of("members", body.size());
    }

    @PostMapping("/odd/bytes")
    ResponseEntity<Integer> bytes(@RequestBody byte[] body) {
        return ResponseEntity.ok(body.length);
    }

    @GetMapping("/odd/slow")
    String slow() throws InterruptedException {
        entered.countDown();
        return mayLeave.await(60, TimeUnit.SECONDS) ? "done" : "given up";
    }

    public void awaitEntered() throws InterruptedException {
        if (!entered.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody came");
        }
    }

    public void letLeave() {
        mayLeave.countDown();
    }
}
