package io.sekisho.simulator.shop;

import io.sekisho.simulator.stage.Step;
import io.sekisho.simulator.stage.Voice;
import io.sekisho.simulator.stream.Address;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Body.Remark;
import io.sekisho.simulator.stream.Body.Remark.Field;
import io.sekisho.simulator.stream.Card;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Ids;

/** What a customer sees to in the account now and then: cards, addresses, passwords, settings. */
final class Errands {
    private final Customer customer;
    private final Voice voice;
    private final Dice dice;
    private final Ids ids;

    Errands(Customer customer) {
        this.customer = customer;
        voice = customer.voice();
        dice = customer.dice();
        ids = customer.ids();
    }

    /** Adds to a visit what is seen to before an order. */
    void beforeOrder(Visit visit) {
        maybe(visit, 0.018, addCard(visit));
        maybe(visit, 0.012, keepAddress("address.added", visit));
    }

    /** Adds to a visit what somebody who only looks around may see to. */
    void whileLooking(Visit visit) {
        maybe(visit, 0.006, addCard(visit));
        maybe(visit, 0.004, keepAddress("address.added", visit));
        maybe(visit, 0.002, keepAddress("address.changed", visit));
        maybe(visit, 0.004, say(visit, Remark.of("password.changed", "reason", "user")));
        maybe(visit, 0.004, setNotifications(visit));
        maybe(visit, 0.003, addCredential(visit));
        maybe(visit, 0.001, changeEmail(visit));
    }

    private void maybe(Visit visit, double probability, Step errand) {
        if (dice.chance(probability)) {
            visit.script().then(dice.logUniform(20 * Calendar.SECOND, 6 * Calendar.MINUTE), errand);
        }
    }

    private Step say(Visit visit, Body body) {
        return stage -> voice.tell(stage, visit.connection(), body);
    }

    private Step addCard(Visit visit) {
        return stage -> {
            Card card = Wallet.newCard(dice, ids);
            customer.has().wallet().add(card);
            voice.tell(stage, visit.connection(), new Body.CardAdded(card));
        };
    }

    private Step keepAddress(String type, Visit visit) {
        return stage -> {
            Address address = Population.address(dice, ids);
            voice.tell(stage, visit.connection(), new Body.AddressKept(type, address));
        };
    }

    private Step setNotifications(Visit visit) {
        return stage -> {
            String setting = dice.chance(0.7) ? "newsletter" : "order_mail";
            voice.tell(stage, visit.connection(), new Body.NotificationSetting(setting, dice.chance(0.35)));
        };
    }

    private Step addCredential(Visit visit) {
        return stage -> {
            String method = dice.chance(0.6) ? "passkey" : dice.chance(0.6) ? "totp" : "sms";
            Body body = Remark.of(
                    "credential.added", new Field("method", method), new Field("credential_id", ids.credential()));
            voice.tell(stage, visit.connection(), body);
        };
    }

    private Step changeEmail(Visit visit) {
        return stage -> {
            Body body = Remark.of(
                    "account.email_changed", new Field("old_hash", ids.hash()), new Field("new_hash", ids.hash()));
            voice.tell(stage, visit.connection(), body);
        };
    }
}
