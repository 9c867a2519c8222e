package io.sekisho.server.pages;

import java.time.Duration;
import java.util.Optional;

/** How soon customers are told: from the receipt of the first suspicious event to the hand-over of its notice. */
public interface FirstNotice {

    /** The middle one of the last thirty days; nothing while no notice was handed over. */
    Optional<Duration> median();
}
