package io.sekisho.simulator.attack;

import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.shop.Device;
import io.sekisho.simulator.stage.Script;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stage.Voice;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Body.Remark;
import io.sekisho.simulator.stream.Body.Remark.Field;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.Order;
import io.sekisho.simulator.stream.Origin;
import io.sekisho.simulator.stream.Payment;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Ids;
import java.util.ArrayList;
import java.util.List;

/**
 * What a victim and the shop do once it is known: a new password, sessions ended, a report, and disputes for what has
 * been settled. Honest acts, from the victim's own device.
 */
final class Aftermath {
    private static final double SHOP_RESETS_FIRST = 0.4;
    private static final double REPORTS = 0.4;
    private static final double CALLS = 0.4;
    private static final double DISPUTES = 0.6;

    private final Customer victim;
    private final Dice dice;
    private final Ids ids;
    private final Voice voice;
    private final List<Order> lost = new ArrayList<>();

    Aftermath(Customer victim, Dice dice, Ids ids) {
        this.victim = victim;
        this.dice = dice;
        this.ids = ids;
        voice = new Voice(victim.account(), victim.voice().past(), ids, Origin.HONEST);
    }

    /** Remembers an order that the attacker paid for with the victim's money. */
    void lost(Order order) {
        lost.add(order);
    }

    void play(Stage stage, long knownAt) {
        if (dice.chance(SHOP_RESETS_FIRST)) {
            long noticed = dice.between(stage.now() + 10 * Calendar.MINUTE, knownAt);
            stage.at(noticed, now -> voice.tell(now, Remark.of("password.reset_requested", "reason", "forced")));
        }
        stage.at(knownAt, this::recover);
    }

    private void recover(Stage stage) {
        Device device = victim.mainDevice();
        long now = stage.now();
        Connection connection = new Connection(ids.session(), device.client(now), victim.addressAt(now, device, dice));
        Script script = new Script();
        say(script, 0, connection, Remark.of("password.reset_requested", "reason", "forgot"));
        say(script, minutes(1, 9), connection, Remark.of("password.changed", "reason", "forgot"));
        say(script, minutes(1, 2), connection, new Body.Login(List.of("password"), null));
        say(script, minutes(1, 4), connection, Remark.of("session.revoked", "by", "user"));
        if (dice.chance(REPORTS) && !lost.isEmpty()) {
            String order = lost.getFirst().id();
            say(script, minutes(1, 20), connection, Remark.of("security_notification.reported_not_me", "about", order));
        }
        if (dice.chance(CALLS)) {
            call(script);
        }
        script.start(stage, now);
        if (dice.chance(DISPUTES)) {
            lost.forEach(order -> dispute(stage, order));
        }
    }

    private void call(Script script) {
        Field contact = new Field("contact_id", ids.contact());
        Field channel = new Field("contact_channel", dice.chance(0.6) ? "chat" : "phone");
        script.then(minutes(5, 120), now -> voice.tell(now, Remark.of("support.contact_opened", contact, channel)));
        script.then(minutes(2, 15), now -> voice.tell(now, Remark.of("support.identity_matched", contact, channel)));
        script.then(minutes(1, 10), now -> voice.tell(now, Remark.of("support.takeover_claimed", contact, channel)));
    }

    private void dispute(Stage stage, Order order) {
        Payment payment = order.payments().getFirst();
        if (payment.card() == null) {
            return;
        }
        stage.after(dice.between(2 * Calendar.DAY, 20 * Calendar.DAY), now -> {
            long dueAt = now.now() + 18 * Calendar.DAY;
            voice.tell(now, new Body.DisputeOpened(ids.dispute(), order.id(), payment.amount(), dueAt));
        });
    }

    private void say(Script script, long pause, Connection connection, Body body) {
        script.then(pause, now -> voice.tell(now, connection, body));
    }

    private long minutes(long from, long to) {
        return dice.between(from * Calendar.MINUTE, to * Calendar.MINUTE);
    }
}
