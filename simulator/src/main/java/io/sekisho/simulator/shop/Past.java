package io.sekisho.simulator.shop;

import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stage.Voice;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Body.Remark;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.GiftCode;
import io.sekisho.simulator.stream.Item;
import io.sekisho.simulator.stream.Order;
import io.sekisho.simulator.stream.Payment;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Ids;
import java.util.Iterator;
import java.util.List;

/** Plays a customer's condensed past: of each visit the login, and of each order what a month later still matters. */
final class Past {
    private final Customer customer;
    private final Voice voice;
    private final Dice dice;
    private final Ids ids;

    Past(Customer customer) {
        this.customer = customer;
        voice = customer.voice();
        dice = customer.dice();
        ids = customer.ids();
    }

    void enter(Stage stage) {
        long registered = customer.profile().createdAt();
        PastPlan plan = customer.pastPlan();
        if (plan.start() == registered && registered < Calendar.DAY_ONE) {
            stage.at(registered, this::register);
        }
        next(stage, plan.visits().iterator());
    }

    private void register(Stage stage) {
        Device device = customer.mainDevice();
        Connection connection = connect(stage, device);
        device.signIn(connection.session(), stage.now());
        voice.tell(stage, connection, Remark.of("account.created"));
    }

    private void next(Stage stage, Iterator<PastPlan.Visit> visits) {
        if (visits.hasNext()) {
            PastPlan.Visit visit = visits.next();
            stage.at(visit.time(), now -> {
                play(now, visit);
                next(now, visits);
            });
        }
    }

    private void play(Stage stage, PastPlan.Visit visit) {
        Device device = customer.has().devices().get(visit.device());
        Connection connection = connect(stage, device);
        device.signIn(connection.session(), stage.now());
        voice.tell(stage, connection, new Body.Login(customer.manner().methods(), null));
        switch (visit.kind()) {
            case LOOK -> {}
            case GOODS ->
                order(stage, connection, visit, Shelf.goods(customer.manner().priceLevel(), dice));
            case GIFT -> {
                String recipient = customer.has().recipients().known().get(visit.with());
                order(stage, connection, visit, List.of(Shelf.gift(recipient, 1, dice)));
            }
        }
    }

    private Connection connect(Stage stage, Device device) {
        long now = stage.now();
        return new Connection(ids.session(), device.client(now), customer.addressAt(now, device, dice));
    }

    private void order(Stage stage, Connection connection, PastPlan.Visit visit, List<Item> items) {
        var cards = customer.has().wallet().cards();
        var card = visit.kind() == PastPlan.Kind.GIFT ? cards.getFirst() : cards.get(visit.with());
        long amount = items.stream().mapToLong(Item::amount).sum();
        Payment payment = new Payment(ids.payment(), Payment.Method.CARD, amount, card);
        boolean parcel = items.stream().anyMatch(Shelf::isDelivered);
        Order order = new Order(ids.order(), items, List.of(payment), parcel ? customer.home() : null);
        stage.after(2 * Calendar.MINUTE + dice.between(0, 5 * Calendar.MINUTE), now -> {
            voice.tell(now, connection, new Body.OrderCreated(order));
            now.after(dice.between(2000, 5000), later -> settle(later, connection, order));
        });
    }

    private void settle(Stage stage, Connection connection, Order order) {
        voice.tell(
                stage,
                new Body.PaymentMoved(
                        "payment.captured", order.id(), order.payments().getFirst(), null));
        for (Item item : order.items()) {
            String recipient = item.recipient();
            if (item.isGift() && recipient != null) {
                GiftCode code = new GiftCode(ids.code(), order.id(), item.amount(), recipient);
                stage.after(
                        dice.between(5000, 90_000),
                        now -> voice.tell(now, connection, new Body.CodeMoved("gift_code.issued", code, null)));
            }
        }
    }
}
