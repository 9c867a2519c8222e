package io.sekisho.simulator.incident;

import static io.sekisho.simulator.incident.Scenery.tree;

import io.sekisho.simulator.incident.Occurrence.Part;
import io.sekisho.simulator.incident.Step.Purchase;
import io.sekisho.simulator.incident.Step.Remark;
import io.sekisho.simulator.incident.Till.Sale;
import io.sekisho.simulator.stream.Actor;
import io.sekisho.simulator.stream.Timestamps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells a story as the events of the shop, in the order of their times. */
final class Narrator {
    private final Incident incident;
    private final Staging staging;
    private final Telling telling;
    private final Scenery scenery;
    private final Till till;
    private final Map<Who, Integer> sessions = new EnumMap<>(Who.class);
    private final List<Occurrence> occurrences = new ArrayList<>();

    private Narrator(Incident incident, Staging staging, Telling telling) {
        this.incident = incident;
        this.staging = staging;
        this.telling = telling;
        this.scenery = new Scenery(incident, staging);
        this.till = new Till(staging, scenery);
    }

    static List<Occurrence> tell(Incident incident, Staging staging, Telling telling) {
        Narrator narrator = new Narrator(incident, staging, telling);
        narrator.moments().forEach(narrator::tell);
        narrator.occurrences.sort(Comparator.comparingLong(Occurrence::millis));
        return List.copyOf(narrator.occurrences);
    }

    /** A step at one of its times. */
    private record Moment(Step step, int number, long millis) {}

    private List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        if (telling == Telling.EVENTS) {
            past().forEach(step -> addMoments(moments, step));
        }
        incident.story().forEach(step -> addMoments(moments, step));
        moments.sort(Comparator.comparingLong(Moment::millis));
        return moments;
    }

    private List<Step> past() {
        List<Step> past = new ArrayList<>(UsualPast.steps(incident.tenure()));
        past.addAll(incident.past());
        return past;
    }

    private void addMoments(List<Moment> moments, Step step) {
        for (int number = 0; number < step.when().times(); number++) {
            moments.add(new Moment(
                    step, number, staging.beginsMillis() + step.when().atMillis(number)));
        }
    }

    private void tell(Moment moment) {
        switch (moment.step()) {
            case Purchase purchase -> tell(moment, till.sale(purchase, moment.number()));
            case Remark remark -> tell(moment, remark);
        }
    }

    private void tell(Moment moment, Remark remark) {
        if (remark.type().equals("login.succeeded")) {
            sessions.merge(remark.who(), 1, Integer::sum);
        }
        String name = remark.when().named(remark.name(), moment.number());
        Map<String, Object> data = context(remark.who(), moment.millis());
        if (remark.type().equals("login.succeeded")) {
            addPast(data);
        }
        data.putAll(scenery.resolved(remark.fields()));
        add(new Occurrence(moment.millis(), name, remark.type(), data, Part.of(isPast(moment), remark.who())));
    }

    private void tell(Moment moment, Sale sale) {
        Who who = moment.step().who();
        Map<String, Object> data = context(who, moment.millis());
        addPast(data);
        data.put("order", till.order(sale));
        Part part = new Part(isPast(moment), who, sale.order(), sale.basket(), sale.yen());
        add(new Occurrence(moment.millis(), sale.order(), "order.created", data, part));
        sale.purchase().follow().forEach(follow -> follow(moment, sale, follow));
        hide(moment, sale);
    }

    /** Codes are issued to whoever ordered them; the rest is between shop and provider. */
    private void follow(Moment moment, Sale sale, Follow follow) {
        long millis = moment.millis() + follow.afterMillis();
        Who who = follow == Follow.ISSUED ? moment.step().who() : Who.SHOP;
        Map<String, Object> data = context(who, millis);
        data.putAll(till.following(sale, follow));
        Part part = new Part(isPast(moment), moment.step().who(), sale.order(), sale.basket(), sale.yen());
        add(new Occurrence(millis, sale.order() + "-" + follow.word(), follow.type(), data, part));
    }

    private void hide(Moment moment, Sale sale) {
        Long after = sale.purchase().hiddenAfterMillis();
        if (after != null) {
            Who who = moment.step().who();
            long millis = moment.millis() + after;
            Map<String, Object> data = context(who, millis);
            data.putAll(till.hiding(sale));
            Part part = Part.of(isPast(moment), who);
            add(new Occurrence(millis, sale.order() + "-hidden", "order.visibility_changed", data, part));
        }
    }

    private static boolean isPast(Moment moment) {
        return moment.step().when().atMillis() < 0;
    }

    private void add(Occurrence occurrence) {
        occurrences.add(occurrence);
    }

    private Map<String, Object> context(Who who, long millis) {
        Map<String, Object> data = tree("account_id", scenery.accountId());
        if (who.isConnected()) {
            data.putAll(scenery.connection(who, sessions.getOrDefault(who, 0), millis));
        }
        Actor actor = who.actor();
        if (actor != null) {
            data.put("actor", actor.name().toLowerCase(Locale.ROOT));
        }
        return data;
    }

    /** What the shop knows of the account, where the story's past is not told by events. */
    private void addPast(Map<String, Object> data) {
        if (telling == Telling.EVENTS) {
            return;
        }
        List<Purchase> purchases = past().stream()
                .filter(Purchase.class::isInstance)
                .map(Purchase.class::cast)
                .toList();
        long gifts = purchases.stream()
                .filter(purchase -> purchase.basket().isGift())
                .count();
        long last = purchases.stream()
                .mapToLong(purchase -> purchase.when().atMillis())
                .max()
                .orElse(0);
        data.put(
                "account",
                tree(
                        "created_at",
                        moment(-incident.tenure().ageMillis()),
                        "orders_before",
                        purchases.size(),
                        "gift_orders_before",
                        gifts,
                        "last_order_at",
                        moment(last)));
    }

    private String moment(long atMillis) {
        return Timestamps.format(staging.beginsMillis() + atMillis);
    }
}
