package io.sekisho.server.intake;

import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.wire.enrichment.Enricher;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Lends intakes to whatever thread reads an event: there are as many as ever read at once. */
public final class Intakes {

    private final Enricher enricher = Enricher.shipped();
    private final ShopKeys keys;
    private final CustomerKeys customers;
    private final Queue<Intake> idle = new ConcurrentLinkedQueue<>();

    public Intakes(ShopKeys keys, CustomerKeys customers) {
        this.keys = keys;
        this.customers = customers;
    }

    /** Does the work with an intake that nobody else has meanwhile. */
    public <T> T with(Function<Intake, T> work) {
        Intake found = idle.poll();
        Intake intake = found == null ? new Intake(enricher, keys, customers) : found;
        try {
            return work.apply(intake);
        } finally {
            idle.add(intake);
        }
    }
}
