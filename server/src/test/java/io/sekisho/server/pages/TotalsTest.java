package io.sekisho.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.RunningServer;
import io.sekisho.server.projection.Projector;
import io.sekisho.server.projection.ShopTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The counters of the live page, beside a naive count over what was answered and sent. */
final class TotalsTest {

    private static final long SEED = 4;
    private static final int ACCOUNTS = 40;

    @TempDir
    private static Path data;

    private static Shop shop;

    private final Random random = new Random(SEED);
    private final Map<String, Placed> orders = new LinkedHashMap<>();
    private final Set<String> heldByName = new HashSet<>();
    private final Set<String> verified = new HashSet<>();
    private final Set<String> letGo = new HashSet<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    /** An order and its answer. */
    private record Placed(String id, long yen, String decision) {}

    @BeforeAll
    static void start() throws Exception {
        RunningServer server = RunningServer.start(data).whenUp();
        shop = new Shop(server);
    }

    @AfterAll
    static void stop() {
        shop.server.close();
    }

    @Test
    void areThoseOfANaiveCount() throws Exception {
        for (int i = 0; i < ACCOUNTS; i++) {
            live("acc-" + i);
        }
        shop.server.part(Projector.class).awaitCommitted(Duration.ofSeconds(20));

        ShopTotals.Totals totals = shop.server.part(ShopTotals.class).since(0);

        assertThat(totals.orders()).as("orders, seed %d", SEED).isEqualTo(orders.size());
        assertThat(totals.stopped().getOrDefault("JPY", 0L))
                .as("stopped, seed %d", SEED)
                .isEqualTo(sum(true, false) + sum(true, true));
        assertThat(totals.lost().getOrDefault("JPY", 0L))
                .as("lost, seed %d", SEED)
                .isEqualTo(sum(false, true));
        assertThat(totals.touched())
                .as("touched, seed %d", SEED)
                .isEqualTo(orders.values().stream()
                        .filter(order -> !order.decision().equals("allow") && !isFraud(order))
                        .count());
        // Else the seed shows nothing.
        assertThat(List.of(sum(true, false), sum(true, true), sum(false, true), sum(false, false)))
                .doesNotContain(0L);
        assertThat(verified).isNotEmpty();
        assertThat(letGo).isNotEmpty();
        assertThat(heldByName).isNotEmpty();
    }

    /** A known device, then a new one that buys, hides, and buys again; what the shop does and says afterwards is chance. */
    private void live(String account) throws IOException, InterruptedException {
        long minute = random.nextInt(600);
        decide(Shop.login(account + "-l1", shop.at(minute), account, "known-" + account));
        order(account + "-1", minute + 5, account, new Shop.Thing("grocery", 100 + random.nextInt(900)));
        decide(Shop.login(account + "-l2", shop.at(minute + 60), account, "new-" + account));
        order(account + "-2", minute + 62, account, new Shop.Thing("gift_code", 3_000 + random.nextInt(2_000)));
        if (random.nextBoolean()) {
            decide(Shop.hiding(account + "-h", shop.at(minute + 63), account, "new-" + account, "o-" + account + "-2"));
            order(account + "-3", minute + 64, account, new Shop.Thing("gift_code", 5_000));
        }
        for (Placed order : List.copyOf(orders.values())) {
            if (order.id().startsWith(account + "-")) {
                after(order, account, minute + 90);
            }
        }
    }

    private void after(Placed order, String account, long minute) throws IOException, InterruptedException {
        List<String> events = new ArrayList<>();
        if (order.decision().equals("challenge") && random.nextInt(3) == 0) {
            verified.add(order.id());
            events.add(Shop.event(
                    order.id() + "-v",
                    "verification.succeeded",
                    shop.at(minute),
                    "{'account_id':'%s','method':'passkey','about':'%s'}".formatted(account, order.id())));
        }
        if (random.nextInt(5) == 0) {
            letGo.add(order.id());
            events.add(Shop.event(
                    order.id() + "-r",
                    random.nextBoolean() ? "order.released" : "order.fulfilled",
                    shop.at(minute + 1),
                    "{'account_id':'%s','order':{'order_id':'o-%s'}}".formatted(account, order.id())));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String label = List.of("takeover", "card_fraud", "honest").get(random.nextInt(3));
            boolean isOfOrder = random.nextBoolean();
            labels.put(order.id(), label);
            events.add(Shop.event(
                    order.id() + "-label-" + i,
                    "label.applied",
                    shop.at(minute + 2),
                    "{'about':'%s','about_kind':'%s','label':'%s'}"
                            .formatted(
                                    isOfOrder ? "o-" + order.id() : order.id(), isOfOrder ? "order" : "event", label)));
        }
        for (String event : events) {
            decide(event);
        }
    }

    private void order(String id, long minute, String account, Shop.Thing thing)
            throws IOException, InterruptedException {
        String device = (id.endsWith("-1") ? "known-" : "new-") + account;
        JsonNode answer = decide(Shop.order(id, shop.at(minute), account, device, thing));
        orders.put(id, new Placed(id, thing.yen(), answer.get("decision").asString()));
    }

    private JsonNode decide(String event) throws IOException, InterruptedException {
        JsonNode answer = shop.decide(event);
        answer.get("actions").forEach(action -> {
            if (action.get("action").asString().equals("hold_order")) {
                heldByName.add(action.get("target").asString());
            }
        });
        return answer;
    }

    private long sum(boolean isKeptIn, boolean isFraud) {
        return orders.values().stream()
                .filter(order -> isKeptIn(order) == isKeptIn && isFraud(order) == isFraud)
                .mapToLong(Placed::yen)
                .sum();
    }

    private boolean isKeptIn(Placed order) {
        if (letGo.contains(order.id())) {
            return false;
        }
        return heldByName.contains("o-" + order.id())
                || switch (order.decision()) {
                    case "deny", "hold" -> true;
                    case "challenge" -> !verified.contains(order.id());
                    default -> false;
                };
    }

    private boolean isFraud(Placed order) {
        return Set.of("takeover", "card_fraud").contains(labels.getOrDefault(order.id(), "honest"));
    }
}
