package io.sekisho.simulator.attack;

import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Emails;
import java.util.ArrayList;
import java.util.List;

/**
 * What an intruder is after in one account.
 *
 * @param recipients to whom the codes go
 * @param faceValues one for each code that is paid for
 * @param declined attempts at the end, when the balance is used up
 * @param fromBalance how many of the codes are paid from the account's gift balance
 */
record Haul(boolean probe, List<String> recipients, List<Long> faceValues, int declined, int fromBalance) {
    Haul {
        recipients = List.copyOf(recipients);
        faceValues = List.copyOf(faceValues);
    }

    /** Five to ten codes for one recipient, sometimes for two. */
    static Haul ofOneAccount(Dice dice) {
        List<String> recipients = new ArrayList<>(List.of(Emails.of(dice)));
        if (dice.chance(0.2)) {
            recipients.add(Emails.of(dice));
        }
        int declined = dice.chance(0.35) ? 1 + dice.below(3) : 0;
        int fromBalance = dice.chance(0.15) ? 1 + dice.below(2) : 0;
        return new Haul(dice.chance(0.88), recipients, faceValues(5 + dice.below(6), dice), declined, fromBalance);
    }

    /** One or two codes out of each account of a ring, for the ring's recipients. */
    static Haul ofRing(List<String> recipients, Dice dice) {
        return new Haul(dice.chance(0.35), List.of(dice.pick(recipients)), faceValues(1 + dice.below(2), dice), 0, 0);
    }

    private static List<Long> faceValues(int codes, Dice dice) {
        List<Long> values = new ArrayList<>();
        long usual = dice.chance(0.6) ? 5000 : 3000;
        for (int i = 0; i < codes; i++) {
            values.add(dice.chance(0.8) ? usual : 3000 + 1000L * dice.below(3));
        }
        return values;
    }

    /** All that is stolen, in yen. */
    long value() {
        return faceValues.stream().mapToLong(Long::longValue).sum();
    }
}
