package io.sekisho.simulator.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of a story. */
sealed interface Step {

    When when();

    Who who();

    /**
     * When a step happens.
     *
     * @param atMillis from the story's beginning; negative in the past
     * @param times how often
     * @param everyMillis from one time to the next
     */
    record When(long atMillis, int times, long everyMillis) {

        long atMillis(int number) {
            return atMillis + number * everyMillis;
        }

        /** The name of one of the times: numbered from 1 where there are several. */
        String named(String name, int number) {
            return times == 1 ? name : name + "-" + (number + 1);
        }
    }

    /**
     * An order, and what follows it.
     *
     * @param order its name in the story
     * @param basket what is bought; of several the repetitions take one after the other
     * @param card its name; null where the account's own balance pays
     * @param follow what the shop and the provider do with it
     * @param hiddenAfterMillis null where it stays in the history
     */
    record Purchase(
            When when,
            Who who,
            String order,
            Basket basket,
            @Nullable String card,
            List<Follow> follow,
            @Nullable Long hiddenAfterMillis)
            implements Step {
        public Purchase {
            follow = List.copyOf(follow);
        }
    }

    /**
     * What is bought.
     *
     * @param category by the contract's word
     * @param yen of the first time, the second, and so on; the last holds for all further ones
     * @param recipient name of whoever gets the code; null where there is none
     * @param isShipped whether it goes to the account's own address
     */
    record Basket(String category, List<Long> yen, @Nullable String recipient, boolean isShipped) {
        public Basket {
            yen = List.copyOf(yen);
        }

        long yen(int number) {
            return yen.get(Math.min(number, yen.size() - 1));
        }

        boolean isGift() {
            return category.equals("gift_code");
        }

        /** Whether it can be spent like money. */
        boolean isStoredValue() {
            return switch (category) {
                case "gift_code", "balance_topup", "stored_value" -> true;
                default -> false;
            };
        }
    }

    /**
     * Any other event.
     *
     * @param name in the story
     * @param type by the contract's word
     * @param fields its own fields; texts that begin with @ refer to what the story names
     */
    record Remark(When when, Who who, String name, String type, Map<String, Object> fields) implements Step {
        public Remark {
            // In the order in which the story has them: that is how they are written.
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
