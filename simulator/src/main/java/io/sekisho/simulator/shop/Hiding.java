package io.sekisho.simulator.shop;

import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import java.util.List;

/** How an owner hides an order from the history: with a usual device, at once or, mostly, some time after. */
final class Hiding {
    private static final long STILL_THERE = 12 * Calendar.MINUTE;

    private final Customer customer;
    private final Entrance entrance;
    private final Dice dice;

    Hiding(Customer customer, Entrance entrance) {
        this.customer = customer;
        this.entrance = entrance;
        dice = customer.dice();
    }

    /** Hides the order that was just placed in a visit, as likely as the customer's habit says. */
    void consider(Stage stage, Visit visit, String order) {
        if (!dice.chance(customer.profile().hideShare())) {
            return;
        }
        // Who hides by habit often does it before leaving: a surprise is best hidden at once.
        boolean prompt = dice.chance(customer.profile().hideShare() > 0.3 ? 0.5 : 0.2);
        long delay = prompt
                ? dice.logUniform(8 * Calendar.SECOND, 2 * Calendar.MINUTE)
                : dice.logUniform(2 * Calendar.MINUTE, 5 * Calendar.DAY);
        if (visit.usual() && delay < STILL_THERE) {
            stage.after(delay, now -> hide(now, visit.connection(), order));
            return;
        }
        stage.after(Math.max(delay, STILL_THERE), now -> comeBackToHide(now, order));
    }

    private void comeBackToHide(Stage stage, String order) {
        Visit visit = entrance.signInUsual(stage);
        visit.script().then(dice.between(15_000, 90_000), now -> hide(now, visit.connection(), order));
        visit.start(stage);
    }

    private void hide(Stage stage, Connection connection, String order) {
        customer.voice().tell(stage, connection, new Body.VisibilityChanged(List.of(order), true));
    }
}
