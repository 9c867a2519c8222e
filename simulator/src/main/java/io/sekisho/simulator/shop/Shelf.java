package io.sekisho.simulator.shop;

import io.sekisho.simulator.stream.Item;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Weighted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the shop sells: goods at their usual prices, and gift codes. */
public final class Shelf {
    /** A kind of goods, its median price in yen and how far prices spread. */
    private record Kind(String category, long medianPrice, double sigma) {
        boolean isDelivered() {
            return !category.equals("digital") && !category.equals("ticket");
        }
    }

    private static final Weighted<Kind> KINDS = Weighted.of(22, new Kind("grocery", 900, 0.6))
            .or(15, new Kind("books", 1300, 0.5))
            .or(14, new Kind("home", 2200, 0.8))
            .or(13, new Kind("beauty", 1900, 0.6))
            .or(12, new Kind("fashion", 3400, 0.7))
            .or(8, new Kind("electronics", 5200, 1.0))
            .or(5, new Kind("toys", 2600, 0.6))
            .or(4, new Kind("pet", 2400, 0.5))
            .or(4, new Kind("digital", 1200, 0.7))
            .or(1.5, new Kind("ticket", 6800, 0.5))
            .or(1, new Kind("resale_goods", 32_000, 0.5));
    private static final List<Item> TEA = List.of(
            new Item("tea-bag-20", "grocery", 1, 430, null),
            new Item("tea-sencha-100", "grocery", 1, 530, null),
            new Item("tea-hojicha-200", "grocery", 1, 680, null));
    private static final Weighted<Long> FACE_VALUES = Weighted.of(5, 500L)
            .or(20, 1000L)
            .or(6, 1500L)
            .or(10, 2000L)
            .or(23, 3000L)
            .or(21, 5000L)
            .or(12, 10_000L)
            .or(2, 20_000L)
            .or(1, 30_000L);
    private static final Weighted<String> BRANDS = Weighted.of(34, "shop")
            .or(30, "apple")
            .or(14, "google")
            .or(12, "nintendo")
            .or(10, "cafe");

    private Shelf() {}

    /** A basket of goods at somebody's price level, 1 being the middle. */
    static List<Item> goods(double priceLevel, Dice dice) {
        if (dice.chance(0.03)) {
            return List.of(dice.pick(TEA));
        }
        int lines = Math.min(1 + dice.poisson(0.5), 4);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            items.add(goods(KINDS.pick(dice), priceLevel, dice));
        }
        return items;
    }

    private static Item goods(Kind kind, double priceLevel, Dice dice) {
        double price = kind.medianPrice * priceLevel * dice.spread(kind.sigma);
        long yen = Math.max(100, Math.round(price / 10) * 10 - (dice.chance(0.4) ? 2 : 0));
        int quantity = dice.chance(0.1) ? 2 : 1;
        return new Item(kind.category + "-" + (100 + dice.below(900)), kind.category, quantity, yen * quantity, null);
    }

    /** The cheap thing with which a stolen account is tried out. */
    public static Item probe() {
        return TEA.get(1);
    }

    static Item gift(String recipient, int quantity, Dice dice) {
        return gift(BRANDS.pick(dice), FACE_VALUES.pick(dice), quantity, recipient);
    }

    /** A line of gift codes of one brand and face value for one recipient. */
    public static Item gift(String brand, long faceValue, int quantity, String recipient) {
        String sku = "gift-" + brand + "-" + faceValue;
        return new Item(sku, Item.GIFT, quantity, faceValue * quantity, recipient);
    }

    /** Whether a parcel is sent for it. */
    public static boolean isDelivered(Item item) {
        return !item.isGift() && new Kind(item.category(), 1, 1).isDelivered();
    }

    /** What lies in a cart while somebody looks around. */
    public static List<Item> browsed(Dice dice, @Nullable Item wanted) {
        return wanted == null ? List.of(goods(KINDS.pick(dice), 1, dice)) : List.of(wanted);
    }
}
