package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.RunningServer;
import io.sekisho.client.Decision;
import io.sekisho.client.EventDraft;
import io.sekisho.client.EventType;
import io.sekisho.client.Field;
import io.sekisho.client.Item;
import io.sekisho.client.Money;
import io.sekisho.client.Order;
import io.sekisho.client.Outcome;
import io.sekisho.client.Recipient;
import io.sekisho.client.SekishoClient;
import io.sekisho.client.ShopEvent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client for shops and the server understand each other. */
@Tag("slow")
class ClientTest {

    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    @Test
    void getsTheServersDecisionAndItsOwnWhenThereIsNone() {
        Path data = folder.resolve("data");
        String key = RunningServer.newKey(data, "decide");
        try (RunningServer server = RunningServer.start(data, "--policy", Policies.small());
                SekishoClient client = SekishoClient.at(URI.create("http://localhost:" + server.gatePort()))
                        .apiKey(key)
                        .deadline(Duration.ofSeconds(5))
                        .open()) {
            Decision first = client.decide(gift("o1"));
            assertThat(first.isDegraded()).as(first.toString()).isFalse();
            assertThat(first.outcome()).isEqualTo(Outcome.ALLOW);
            Decision second = client.decide(gift("o2"));
            assertThat(second.outcome()).as("one an hour is allowed").isEqualTo(Outcome.HOLD);
            assertThat(client.decide(gift("o2"))).as("the recorded one").isEqualTo(second);

            Decision refused = client.decide(gift("o3").with(Field.IP, "no address"));
            assertThat(refused.isDegraded()).isTrue();
            assertThat(refused.outcome()).isEqualTo(Outcome.HOLD);
            assertThat(refused.degradation().toString()).contains("422");

            assertThat(client.send(List.of(login("l1").build(), login("l2").build()))
                            .accepted())
                    .isEqualTo(2);

            assertThat(server.stop()).isZero();
            Decision without = client.decide(gift("o4"));
            assertThat(without.isDegraded()).isTrue();
            assertThat(without.outcome())
                    .as("a gift is held while nobody answers")
                    .isEqualTo(Outcome.HOLD);
            assertThat(client.decide(login("l3")).outcome()).isEqualTo(Outcome.ALLOW);
        }
    }

    private EventDraft gift(String order) {
        Money amount = Money.yen(5_000);
        Item item = Item.of("gift-5000", "gift_code", 1, amount).withRecipient(Recipient.ofEmail("x@example.net"));
        return event(EventType.ORDER_CREATED, order).with(Field.ORDER, Order.of(order, amount, List.of(item)));
    }

    private EventDraft login(String id) {
        return event(EventType.LOGIN_SUCCEEDED, id);
    }

    private EventDraft event(EventType type, String id) {
        return ShopEvent.of(type)
                .id(id)
                .source("https://shop.example")
                .time(now)
                .with(Field.ACCOUNT_ID, "client-1");
    }
}
