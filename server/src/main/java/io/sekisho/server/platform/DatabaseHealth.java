package io.sekisho.server.platform;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The part {@code database} of the health: without it decisions go on, so it never takes the server down. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private final Database database;

    DatabaseHealth(Database database) {
        this.database = database;
    }

    @Override
    public Health health() {
        DatabaseState state = database.state();
        return state.isReady()
                ? Health.up().build()
                : Health.status(HealthStatus.DEGRADED)
                        .withDetail("phase", state.phase().name())
                        .withDetail("reason", state.reason())
                        .build();
    }
}
