package io.sekisho.simulator.stage;

import io.sekisho.simulator.stream.ShopEvent;

/** Who answers the shop's questions; in a closed loop the decision engine. */
@FunctionalInterface
public interface Defence {
    /** The world without defence: everything is allowed. */
    Defence NONE = event -> Answer.ALLOW;

    Answer answer(ShopEvent event);
}
