package io.sekisho.server.decision;

import io.sekisho.server.platform.HealthStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The part {@code decisions} of the health: down while nothing is decided, degraded where the record is doubtful. */
final class DecisionHealth implements HealthIndicator {

    private final Decisions decisions;

    DecisionHealth(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Health health() {
        Unavailability reason = decisions.unavailability();
        if (reason != null) {
            return Health.down()
                    .withDetail("code", reason.code())
                    .withDetail("reason", reason.detail())
                    .build();
        }
        if (!decisions.differences().isEmpty()) {
            return Health.status(HealthStatus.DEGRADED)
                    .withDetail("reason", "The engine decides recorded events otherwise today; see ./sekisho verify")
                    .withDetail("records", decisions.differences())
                    .build();
        }
        return Health.up().build();
    }
}
