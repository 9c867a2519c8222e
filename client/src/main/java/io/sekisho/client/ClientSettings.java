package io.sekisho.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a client reaches the gate, and how long it tries. One thread; its text form holds no key. */
public final class ClientSettings {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_ATTEMPTS = 10;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,500}");

    private final List<URI> gates;
    private String apiKey = "";
    private Duration connectTimeout = Duration.ofMillis(200);
    private Duration deadline = Duration.ofMillis(500);
    private Duration sendDeadline = Duration.ofSeconds(10);
    private Duration firstPause = Duration.ofMillis(20);
    private int attempts = 3;
    private FailPolicy failPolicy = FailPolicy.standard();
    private @Nullable HttpClient http;

    ClientSettings(List<URI> gates) {
        this.gates = List.copyOf(gates);
    }

    /** The key with the scope {@code decide}; it leaves the client in the header Authorization only. */
    public ClientSettings apiKey(String key) {
        apiKey = key;
        return this;
    }

    /** How long a connection may take; 200 ms where nothing is said. Of an {@link #httpClient} its own holds. */
    public ClientSettings connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    /** How long a decision may take with all attempts; 500 ms where nothing is said. */
    public ClientSettings deadline(Duration longest) {
        deadline = longest;
        return this;
    }

    /** How long a batch of events may take with all attempts; 10 s where nothing is said. */
    public ClientSettings sendDeadline(Duration longest) {
        sendDeadline = longest;
        return this;
    }

    /** How often a request is tried at most, within the deadline: 1 to 10, 3 where nothing is said. */
    public ClientSettings attempts(int most) {
        attempts = most;
        return this;
    }

    /**
     * The pause after the first attempt, twice as long after each further one, each shortened by up to a half; 20 ms
     * where nothing is said.
     */
    public ClientSettings firstPause(Duration pause) {
        firstPause = pause;
        return this;
    }

    /** What holds where no decision came; {@link FailPolicy#standard} where nothing is said. */
    public ClientSettings failPolicy(FailPolicy policy) {
        failPolicy = policy;
        return this;
    }

    /** A client of the shop's own, for its certificates or proxy; it must follow no redirects, or the key would too. */
    public ClientSettings httpClient(HttpClient own) {
        http = own;
        return this;
    }

    /**
     * The client.
     *
     * @throws IllegalArgumentException with everything that is wrong
     */
    public SekishoClient open() {
        List<String> wrong = new ArrayList<>();
        gates.stream()
                .filter(gate -> !isGate(gate))
                .forEach(gate -> wrong.add("a gate is http(s)://HOST[:PORT][/PATH], without user, query and fragment"));
        check(!gates.isEmpty(), "name at least one gate", wrong);
        check(KEY.matcher(apiKey).matches(), "set the API key: visible ASCII characters without spaces", wrong);
        check(isPossible(connectTimeout), "connectTimeout is above 0 and at most 5 minutes", wrong);
        check(isPossible(deadline), "deadline is above 0 and at most 5 minutes", wrong);
        check(isPossible(sendDeadline), "sendDeadline is above 0 and at most 5 minutes", wrong);
        check(isPossible(firstPause), "firstPause is above 0 and at most 5 minutes", wrong);
        check(attempts >= 1 && attempts <= MOST_ATTEMPTS, "attempts are 1 to " + MOST_ATTEMPTS, wrong);
        check(
                http == null || http.followRedirects() == HttpClient.Redirect.NEVER,
                "httpClient must not follow redirects: the API key would go with them",
                wrong);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("The client cannot be opened: " + String.join("; ", wrong));
        }
        return new SekishoClient(
                new Door(gates, apiKey, http == null ? newHttp() : http),
                new Effort(deadline, attempts, firstPause),
                new Effort(sendDeadline, attempts, firstPause),
                failPolicy);
    }

    @Override
    public String toString() {
        return "ClientSettings" + gates;
    }

    /** HTTP/1.1, as a gate without TLS would have to be asked for HTTP/2 first. */
    private HttpClient newHttp() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    private static boolean isGate(URI gate) {
        boolean isHttp = "http".equalsIgnoreCase(gate.getScheme()) || "https".equalsIgnoreCase(gate.getScheme());
        return isHttp
                && gate.getHost() != null
                && gate.getRawUserInfo() == null
                && gate.getRawQuery() == null
                && gate.getRawFragment() == null;
    }

    private static boolean isPossible(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0;
    }

    private static void check(boolean holds, String problem, List<String> wrong) {
        if (!holds) {
            wrong.add(problem);
        }
    }
}
