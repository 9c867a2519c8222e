package io.sekisho.server.platform;

import org.springframework.boot.health.contributor.Status;

/** What a part of the server may say of itself, beside UP and DOWN. */
public final class HealthStatus {

    /** It answers and decides, but something that people need is missing or late; the details tell what. */
    public static final Status DEGRADED = new Status("DEGRADED");

    private HealthStatus() {}
}
