package io.sekisho.bench.feed;

import io.netty.buffer.ByteBuf;
import io.sekisho.bench.load.Requests;
import io.sekisho.bench.load.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The events of a file as requests, from the first again after the last. Ids get a prefix of the run and the pass, so that
 * neither a second pass nor a second run repeats the first, while what the file itself repeats stays a repeat. All times move
 * by one span that puts the newest event at the time given.
 */
public final class EventFeed implements Requests, AutoCloseable {

    /** Types whose endpoint is remembered; of further ones it is asked every time. */
    private static final int MOST_TYPES = 1_000;

    private final Passes passes;
    private final Function<String, Route> routeOf;
    private final String run;
    private final Shifted event;
    private final Map<Route, RequestHead> heads = new EnumMap<>(Route.class);
    private final Map<String, Route> routes = new HashMap<>();
    private byte[] idPrefix = new byte[0];
    private long idPrefixPass;

    /**
     * Where requests go.
     *
     * @param host as in the Host header
     * @param key the API key; none is sent where it is empty
     * @param routeOf the endpoint for events of a type
     */
    public record Target(String host, String key, Function<String, Route> routeOf) {

        public Target {
            if (!(host + key).chars().allMatch(letter -> letter > ' ' && letter < 0x7F)) {
                throw new IllegalArgumentException("Host and key are visible ASCII without blanks.");
            }
        }
    }

    /**
     * Opens the file.
     *
     * @param run distinguishes the ids of this run from those of others
     * @param newestMillis where the newest event of the file is put
     */
    public EventFeed(EventFile file, Target target, String run, long newestMillis) throws IOException {
        this.passes = new Passes(file.path());
        this.routeOf = target.routeOf();
        this.run = run;
        this.event = new Shifted(newestMillis - file.newestMillis());
        for (Route route : Route.values()) {
            heads.put(route, new RequestHead(route, target.host(), target.key()));
        }
    }

    /** How often the file was begun. */
    public long passes() {
        return passes.count();
    }

    @Override
    public Route next(ByteBuf out) {
        take();
        Route route = route(event.type());
        head(route).write(out, event.length());
        out.writeBytes(event.bytes(), 0, event.length());
        return route;
    }

    private void take() {
        try {
            NdjsonLines line = passes.advance();
            if (idPrefixPass != passes.count()) {
                idPrefixPass = passes.count();
                idPrefix = (run + "-" + idPrefixPass + "-").getBytes(StandardCharsets.US_ASCII);
            }
            event.take(line.bytes(), line.from(), line.to(), idPrefix);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Route route(String type) {
        Route known = routes.get(type);
        if (known != null) {
            return known;
        }
        Route route = routeOf.apply(type);
        if (routes.size() < MOST_TYPES) {
            routes.put(type, route);
        }
        return route;
    }

    private RequestHead head(Route route) {
        RequestHead head = heads.get(route);
        if (head == null) {
            throw new IllegalStateException("There is no head for " + route);
        }
        return head;
    }

    @Override
    public void close() throws IOException {
        passes.close();
    }
}
