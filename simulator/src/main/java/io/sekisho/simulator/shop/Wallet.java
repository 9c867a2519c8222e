package io.sekisho.simulator.shop;

import io.sekisho.simulator.stream.Card;
import io.sekisho.simulator.stream.Payment;
import io.sekisho.simulator.stream.Payment.Method;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Ids;
import io.sekisho.simulator.world.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The cards that somebody stored with the shop, and how they like to pay. */
public final class Wallet {
    private static final Weighted<Card.Product> PRODUCTS = Weighted.of(
                    24, new Card.Product("visa", "498003", "JP", "credit"))
            .or(14, new Card.Product("visa", "453423", "JP", "credit"))
            .or(12, new Card.Product("mastercard", "524940", "JP", "credit"))
            .or(20, new Card.Product("jcb", "354029", "JP", "credit"))
            .or(6, new Card.Product("amex", "376142", "JP", "credit"))
            .or(12, new Card.Product("visa", "406118", "JP", "debit"))
            .or(4, new Card.Product("jcb", "356918", "JP", "debit"))
            .or(6, new Card.Product("visa", "423971", "JP", "prepaid"))
            .or(2, new Card.Product("mastercard", "552190", "US", "credit"));
    private static final Weighted<Method> FOR_GOODS = Weighted.of(71, Method.CARD)
            .or(7, Method.WALLET)
            .or(5, Method.CARRIER)
            .or(4, Method.PAY_LATER)
            .or(6, Method.CONVENIENCE_STORE)
            .or(2, Method.CASH_ON_DELIVERY)
            .or(3, Method.POINTS)
            .or(2, Method.GIFT_BALANCE);
    private static final Weighted<Method> FOR_GIFTS =
            Weighted.of(84, Method.CARD).or(8, Method.WALLET).or(8, Method.CARRIER);

    private final List<Card> cards = new ArrayList<>();
    private final Method otherHabit;
    private final double cardHabit;

    /** A wallet with one to three cards. */
    Wallet(Dice dice, Ids ids) {
        cards.add(newCard(dice, ids));
        while (cards.size() < 3 && dice.chance(0.22)) {
            cards.add(newCard(dice, ids));
        }
        otherHabit = FOR_GOODS.pick(dice);
        cardHabit = dice.chance(0.8) ? 0.85 : 0.3;
    }

    static Card newCard(Dice dice, Ids ids) {
        String expiry = String.format(Locale.ROOT, "%d-%02d", 2024 + dice.below(5), 1 + dice.below(12));
        String last4 = String.format(Locale.ROOT, "%04d", dice.below(10_000));
        return new Card(ids.cardToken(), PRODUCTS.pick(dice), last4, expiry);
    }

    void add(Card card) {
        cards.addFirst(card);
    }

    List<Card> cards() {
        return cards;
    }

    /** The card that is charged unless another is chosen: what an intruder finds on file. */
    public Card mainCard() {
        return cards.getFirst();
    }

    List<Payment> payForGoods(long amount, Dice dice, Ids ids) {
        Method method = dice.chance(cardHabit) ? Method.CARD : otherHabit;
        if (amount > 800 && dice.chance(0.03)) {
            Payment points = new Payment(ids.payment(), Method.POINTS, amount / 4, null);
            return List.of(points, by(Method.CARD, amount - amount / 4, dice, ids));
        }
        return List.of(by(method, amount, dice, ids));
    }

    List<Payment> payForGifts(long amount, Dice dice, Ids ids) {
        return List.of(by(FOR_GIFTS.pick(dice), amount, dice, ids));
    }

    private Payment by(Method method, long amount, Dice dice, Ids ids) {
        Card card = dice.chance(0.85) ? mainCard() : dice.pick(cards);
        return new Payment(ids.payment(), method, amount, method == Method.CARD ? card : null);
    }
}
