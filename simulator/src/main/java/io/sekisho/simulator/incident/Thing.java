package io.sekisho.simulator.incident;

import io.sekisho.simulator.world.Ids;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a story gives a name to, and how its identifier is drawn. */
enum Thing {
    EVENT(Ids::event),
    ACCOUNT(Ids::account),
    SESSION(Ids::session),
    DEVICE(Ids::device),
    ORDER(Ids::order),
    PAYMENT(Ids::payment),
    CODE(Ids::code),
    CARD(Ids::cardToken),
    ADDRESS(Ids::address),
    CREDENTIAL(Ids::credential),
    CONTACT(Ids::contact),
    DISPUTE(Ids::dispute);

    private final Function<Ids, String> draw;

    Thing(Function<Ids, String> draw) {
        this.draw = draw;
    }

    String draw(Ids ids) {
        return draw.apply(ids);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Thing> named(String word) {
        for (Thing thing : values()) {
            if (thing.word().equals(word)) {
                return Optional.of(thing);
            }
        }
        return Optional.empty();
    }
}
