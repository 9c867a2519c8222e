package io.sekisho.server.projection;

import io.sekisho.server.platform.HealthStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The part {@code projection} of the health: decisions go on without it, people look at what is old. */
final class ProjectionHealth implements HealthIndicator {

    /** Beyond either the lag is told as a trouble. */
    static final long LAG_RECORDS = 100_000;

    static final long LAG_SECONDS = 60;

    private final Projector projector;

    ProjectionHealth(Projector projector) {
        this.projector = projector;
    }

    @Override
    public Health health() {
        ProjectionState state = projector.state();
        String reason = reason(state);
        Health.Builder health = reason.isEmpty()
                ? Health.up()
                : Health.status(HealthStatus.DEGRADED).withDetail("reason", reason);
        return health.withDetail("position", state.position())
                .withDetail("lag_records", state.lagRecords())
                .withDetail("lag_seconds", state.lagSeconds())
                .withDetail("failures", state.failures())
                .build();
    }

    static String reason(ProjectionState state) {
        if (state.trouble() != null) {
            return state.trouble();
        }
        if (state.failures() > 0) {
            return state.failures() + " records could not be projected: see the table projection_failure.";
        }
        boolean isLate = state.lagRecords() > LAG_RECORDS || state.lagSeconds() > LAG_SECONDS;
        return isLate ? "The projection is behind the journal." : "";
    }
}
