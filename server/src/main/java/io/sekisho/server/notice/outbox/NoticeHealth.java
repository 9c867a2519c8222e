package io.sekisho.server.notice.outbox;

import io.sekisho.server.notice.outbox.Deliveries.Waiting;
import io.sekisho.server.platform.HealthStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The part {@code notices} of the health: decisions go on without it, but customers are not told. */
final class NoticeHealth implements HealthIndicator {

    /** A notice that is due for longer is late. */
    static final Duration LATE = Duration.ofMinutes(1);

    private final NoticeSender sender;
    private final InstantSource time;

    NoticeHealth(NoticeSender sender, InstantSource time) {
        this.sender = sender;
        this.time = time;
    }

    @Override
    public Health health() {
        Waiting waiting = sender.waiting();
        String reason = reason(waiting);
        Health.Builder health = reason.isEmpty()
                ? Health.up()
                : Health.status(HealthStatus.DEGRADED).withDetail("reason", reason);
        return health.withDetail("mail_server", sender.hasMailServer())
                .withDetail("waiting", waiting.deliveries())
                .build();
    }

    private String reason(Waiting waiting) {
        Instant oldest = waiting.oldestDue();
        if (waiting.deliveries() > 0 && !sender.hasMailServer()) {
            return "Notices wait: no mail server is set (--mail).";
        }
        boolean isLate = oldest != null && time.instant().isAfter(oldest.plus(LATE));
        return isLate ? "Notices are late: the mail server does not take them." : "";
    }
}
