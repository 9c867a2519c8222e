package io.sekisho.server.platform;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The part {@code doors} of the health and of the readiness: each must be open. */
@Component("doorsHealthIndicator")
class DoorsHealth implements HealthIndicator {

    private final List<Door> doors;

    DoorsHealth(List<Door> doors) {
        this.doors = List.copyOf(doors);
    }

    @Override
    public Health health() {
        Health.Builder health = doors.stream().allMatch(door -> door.port() > 0) ? Health.up() : Health.outOfService();
        doors.forEach(door -> health.withDetail(door.name(), door.port() > 0 ? "open" : "closed"));
        return health.build();
    }
}
