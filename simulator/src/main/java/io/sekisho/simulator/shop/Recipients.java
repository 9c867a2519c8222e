package io.sekisho.simulator.shop;

import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Emails;
import java.util.ArrayList;
import java.util.List;

/** The people to whom somebody sends gifts, by e-mail address; the dearest first. */
final class Recipients {
    /** How often somebody who has given before gives to somebody new. */
    private static final double NEW = 0.235;

    private static final double SELF = 0.08;

    private final List<String> known = new ArrayList<>();
    private final String ownEmail;
    private final List<String> popular;

    /**
     * Nobody yet.
     *
     * @param popular addresses to which several customers give: a teacher, a club, a grandchild
     */
    Recipients(String ownEmail, List<String> popular) {
        this.ownEmail = ownEmail;
        this.popular = popular;
    }

    List<String> known() {
        return known;
    }

    /** Makes the acquaintance of somebody. */
    String meet(Dice dice) {
        String email = newAddress(dice);
        if (!known.contains(email)) {
            known.add(email);
        }
        return email;
    }

    String choose(Dice dice) {
        if (known.isEmpty() || dice.chance(NEW)) {
            return meet(dice);
        }
        return known.get((int) (known.size() * dice.fraction() * dice.fraction()));
    }

    private String newAddress(Dice dice) {
        if (dice.chance(SELF)) {
            return ownEmail;
        }
        return dice.chance(0.04) ? dice.pick(popular) : Emails.of(dice);
    }
}
