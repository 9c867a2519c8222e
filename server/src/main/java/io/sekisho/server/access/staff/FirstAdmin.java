package io.sekisho.server.access.staff;

import io.sekisho.server.platform.Announcer;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where no admin exists there is no password that everybody knows, but a link that whoever started the server is told. */
final class FirstAdmin {

    private final StaffTables tables;
    private final PublicAddress address;
    private final Announcer announcer;
    private final InstantSource time;
    private final AtomicBoolean isTold = new AtomicBoolean();

    FirstAdmin(StaffTables tables, PublicAddress address, Announcer announcer, InstantSource time) {
        this.tables = tables;
        this.address = address;
        this.announcer = announcer;
        this.time = time;
    }

    /** Once the database is there and the door is open. Each start makes a new link, and ends the one before. */
    void announce() {
        if (isTold.getAndSet(true)) {
            return;
        }
        try {
            if (!tables.staff().hasAdmin()) {
                String token = tables.invitations().issue(null, time.instant());
                announcer.tell("No admin exists yet. Make yourself one within 24 hours, once, with this link: "
                        + address.origin() + "/enrol?token=" + token);
            }
        } catch (RuntimeException failed) {
            // The database went away again: the next time that it is there this is tried again.
            isTold.set(false);
            throw failed;
        }
    }
}
