package io.sekisho.cli.demo;

import io.sekisho.cli.demo.Shop.Answer;
import io.sekisho.engine.event.Timestamps;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays the shop's day: sends what happens when it happens, and lets the shop do what it is answered. One thread. */
final class Player {

    /** How long the owner takes to confirm, in the shop's time. */
    private static final Duration CONFIRMING = Duration.ofSeconds(40);

    private static final int JAPAN_SECONDS = 9 * 3600;
    private final GateDoor door;
    private final Shop shop;
    private final Watch watch;

    Player(GateDoor door, Shop shop, Watch watch) {
        this.door = door;
        this.shop = shop;
        this.watch = watch;
    }

    /** Is told what happens. */
    interface Watch {
        void answered(PlayedEvent event, Answer answer);
    }

    /** Plays until the end, or until it is to stop. */
    void play(List<PlayedEvent> events, ShopClock clock, Ending ending) throws IOException, InterruptedException {
        for (PlayedEvent event : events) {
            if (ending.comesWithin(clock.millisUntil(event.arrivalMillis()))) {
                return;
            }
            if (shop.stillHappens(event)) {
                send(event);
            }
        }
    }

    private void send(PlayedEvent event) throws IOException, InterruptedException {
        Answer answer = door.decide(event.tree());
        boolean isToConfirm = shop.take(event, answer);
        watch.answered(event, answer);
        if (event.isAttack() && event.type().equals("order.created")) {
            door.label(event.order(), "takeover");
        }
        if (isToConfirm) {
            confirm(event, answer);
        }
    }

    private void confirm(PlayedEvent event, Answer asked) throws IOException, InterruptedException {
        if (asked.methods().isEmpty()) {
            shop.refuse(event);
            return;
        }
        PlayedEvent confirmation = new PlayedEvent(event.arrivalMillis(), confirmation(event, asked), false);
        Answer answer = door.decide(confirmation.tree());
        watch.answered(confirmation, answer);
        if (!answer.outcome().equals("allow")) {
            shop.refuse(event);
        }
    }

    private static Map<String, Object> confirmation(PlayedEvent event, Answer asked) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String name : List.of("account_id", "session_id", "device_id", "ip", "user_agent", "channel", "actor")) {
            if (event.data().containsKey(name)) {
                data.put(name, event.data().get(name));
            }
        }
        data.put("method", asked.methods().getFirst());
        data.put("about", asked.decisionId());
        Map<String, Object> tree = new LinkedHashMap<>(event.tree());
        tree.remove("recordedtime");
        tree.put("id", event.tree().get("id") + "-confirmed");
        tree.put("type", "verification.succeeded");
        tree.put("time", Timestamps.format(event.millis() + CONFIRMING.toMillis(), JAPAN_SECONDS));
        tree.put("data", data);
        return tree;
    }
}
