package io.sekisho.simulator.shop;

import io.sekisho.simulator.stream.Client;
import io.sekisho.simulator.world.Browser;
import io.sekisho.simulator.world.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * A device as the shop knows it: an identifier kept in a browser or an app, and the session that is open there.
 *
 * <p>Mutable; owned by the actor who holds it.
 */
public final class Device {
    private static final String JAPAN = "Asia/Tokyo";

    private final String id;
    private final Browser browser;
    private final Tongue tongue;
    private final long since;
    private @Nullable String session;
    private long sessionEnds;

    /**
     * A device nobody has signed in on.
     *
     * @param since when the shop sees it first
     */
    public Device(String id, Browser browser, Tongue tongue, long since) {
        this.id = id;
        this.browser = browser;
        this.tongue = tongue;
        this.since = since;
    }

    Browser browser() {
        return browser;
    }

    /** Whether it was in use a day before that moment: what its owner calls the usual one. */
    boolean isUsual(long time) {
        return since < time - Calendar.DAY;
    }

    boolean isPhone() {
        return browser.kind().isPhone();
    }

    /** How it shows itself in Japan at a moment. */
    public Client client(long time) {
        return client(time, JAPAN);
    }

    public Client client(long time, String timezone) {
        String channel = browser.kind().isApp() ? "app" : "web";
        return new Client(id, browser.userAgent(time), tongue.acceptLanguage(browser), timezone, channel);
    }

    void signIn(String newSession, long time) {
        session = newSession;
        sessionEnds = time + (browser.kind().isApp() ? 90 : 14) * Calendar.DAY;
    }

    /** The session still open at a moment, null where a login is needed. */
    @Nullable
    String session(long time) {
        return time < sessionEnds ? session : null;
    }
}
