package io.sekisho.bench.http;

import io.sekisho.bench.feed.EventFile;
import io.sekisho.bench.load.LoadPlan;
import io.sekisho.bench.load.Route;
import java.net.URI;
import java.util.function.Function;

/**
 * What a measurement shall do.
 *
 * @param server its base address: http, a host, perhaps a port
 * @param key the API key; may be empty
 * @param serverPid negative where it is not known
 * @param hasEcho whether an echo runs before and after each round
 * @param run distinguishes the ids of this measurement's events
 * @param newestMillis where the file's newest event is put
 */
public record HttpPlan(
        URI server,
        String key,
        long serverPid,
        LoadPlan load,
        int rounds,
        boolean hasEcho,
        EventFile file,
        Function<String, Route> routeOf,
        String run,
        long newestMillis) {

    private static final int MOST_ROUNDS = 100;
    private static final int HTTP_PORT = 80;

    public HttpPlan {
        boolean isPlain = "http".equals(server.getScheme()) && server.getHost() != null && hasNoPath(server);
        if (!isPlain) {
            throw new IllegalArgumentException(
                    "--url is http://HOST:PORT, without a path; this is " + server + ". TLS is not measured here.");
        }
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("--rounds goes from 1 to " + MOST_ROUNDS + ".");
        }
    }

    private static boolean hasNoPath(URI server) {
        String path = server.getRawPath();
        return (path == null || path.isEmpty() || path.equals("/")) && server.getRawQuery() == null;
    }

    int port() {
        return server.getPort() < 0 ? HTTP_PORT : server.getPort();
    }
}
