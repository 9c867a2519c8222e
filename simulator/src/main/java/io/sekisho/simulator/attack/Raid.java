package io.sekisho.simulator.attack;

import io.sekisho.simulator.shop.Checkout;
import io.sekisho.simulator.shop.Checkout.Funds;
import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.shop.Shelf;
import io.sekisho.simulator.stage.Script;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stage.Voice;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.Item;
import io.sekisho.simulator.stream.Label;
import io.sekisho.simulator.stream.Order;
import io.sekisho.simulator.stream.Origin;
import io.sekisho.simulator.stream.Payment;
import io.sekisho.simulator.stream.Payment.Method;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Ids;
import java.util.List;

/**
 * An intruder in one account: signs in, tries it out with something cheap, buys codes and hides every order.
 *
 * <p>Nothing of it draws from the victim's dice, so the victim's own traffic goes on beside it unchanged.
 */
final class Raid {
    private static final List<String> HOLDS = List.of("password", "sms", "totp", "email");
    private static final List<String> METHODS = List.of("password", "sms");
    /** Ten codes with the longest pauses and their hiding stay within the hour. */
    private static final long SLOWEST_SECONDS = 350;

    private static final double FAILS_FIRST = 0.25;
    private static final double LOOKS_AROUND = 0.75;
    private static final double SILENCES = 0.12;

    private final Customer victim;
    private final Terms terms;
    private final Dice dice;
    private final Ids ids;
    private final Voice voice;
    private final Checkout checkout;
    private final Script script = new Script();
    private final Aftermath aftermath;
    private final long slowestSeconds;

    /** Under which name a raid runs, when it begins and when the victim notices. */
    record Terms(String scenario, Variant variant, long opening, long knownAt) {}

    Raid(Customer victim, Terms terms, Dice dice, Ids ids) {
        this.victim = victim;
        this.terms = terms;
        this.dice = dice;
        this.ids = ids;
        Origin.Attack attack =
                new Origin.Attack(terms.scenario(), terms.variant().letter(), terms.knownAt());
        voice = new Voice(victim.account(), victim.voice().past(), ids, attack);
        checkout = new Checkout(voice, dice, new Greedy());
        aftermath = new Aftermath(victim, dice, ids);
        slowestSeconds = dice.between(110, SLOWEST_SECONDS);
    }

    /** Plans the whole raid, and what the victim does about it. */
    void play(Stage stage, Intruder intruder, Haul haul) {
        stage.at(terms.opening(), now -> {
            Connection connection = intruder.connect(now, ids.session(), dice);
            signIn(connection);
            lookAround(connection, haul.probe());
            if (haul.probe()) {
                buy(connection, pause(20, 120), Shelf.probe(), Method.CARD, Funds.SUFFICIENT);
            }
            buyCodes(connection, haul);
            script.then(0, end -> finish(end, haul));
            script.start(now, now.now());
        });
    }

    private void signIn(Connection connection) {
        if (dice.chance(FAILS_FIRST)) {
            String reason = dice.chance(0.6) ? "wrong_password" : "second_factor";
            say(0, connection, new Body.Login(METHODS, reason));
        }
        say(dice.between(9000, 60_000), connection, new Body.Login(METHODS, null));
        say(dice.between(200, 1500), connection, new Body.SessionEstablished(METHODS));
    }

    private void lookAround(Connection connection, boolean probing) {
        if (dice.chance(LOOKS_AROUND)) {
            say(pause(20, 150), connection, new Body.CartUpdated(Shelf.browsed(dice, probing ? Shelf.probe() : null)));
        }
        if (dice.chance(SILENCES)) {
            say(pause(10, 90), connection, new Body.NotificationSetting("order_mail", false));
        }
    }

    private void buyCodes(Connection connection, Haul haul) {
        for (int i = 0; i < haul.faceValues().size() + haul.declined(); i++) {
            boolean paid = i < haul.faceValues().size();
            long faceValue = haul.faceValues().get(paid ? i : 0);
            String recipient = dice.chance(0.75)
                    ? haul.recipients().getFirst()
                    : haul.recipients().getLast();
            Method method = i < haul.fromBalance() ? Method.GIFT_BALANCE : Method.CARD;
            Item code = Shelf.gift("apple", faceValue, 1, recipient);
            buy(connection, pause(35, slowestSeconds), code, method, paid ? Funds.SUFFICIENT : Funds.LACKING);
        }
    }

    /** Buys one thing and hides the order before the owner can see it. */
    private void buy(Connection connection, long pause, Item item, Method method, Funds funds) {
        Payment payment = new Payment(
                ids.payment(),
                method,
                item.amount(),
                method == Method.CARD ? victim.wallet().mainCard() : null);
        Order order =
                new Order(ids.order(), List.of(item), List.of(payment), Shelf.isDelivered(item) ? victim.home() : null);
        script.then(pause, now -> {
            checkout.place(now, connection, order, funds);
            label(now, order, funds);
        });
        say(
                dice.logUniform(3 * Calendar.SECOND, 18 * Calendar.SECOND),
                connection,
                new Body.VisibilityChanged(List.of(order.id()), true));
    }

    /** An order that was never paid for stole nothing. */
    private void label(Stage stage, Order order, Funds funds) {
        long value = funds == Funds.LACKING ? 0 : order.storedValue();
        stage.label(Label.takeover("order", order.id(), attack()).worth(value));
        if (value > 0) {
            aftermath.lost(order);
        }
    }

    private void finish(Stage stage, Haul haul) {
        stage.label(Label.takeover("account", victim.account(), attack())
                .worth(haul.value())
                .holding(HOLDS));
        aftermath.play(stage, Math.max(terms.knownAt(), stage.now() + Calendar.HOUR));
    }

    private Origin.Attack attack() {
        return new Origin.Attack(terms.scenario(), terms.variant().letter(), terms.knownAt());
    }

    private void say(long pause, Connection connection, Body body) {
        script.then(pause, now -> voice.tell(now, connection, body));
    }

    private long pause(long fromSeconds, long toSeconds) {
        int slowness = terms.variant().slowness();
        return dice.between(fromSeconds * slowness * Calendar.SECOND, toSeconds * slowness * Calendar.SECOND);
    }
}
