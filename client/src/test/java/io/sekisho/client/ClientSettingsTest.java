package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that hold, and those that do not. */
final class ClientSettingsTest {

    private static final URI GATE = URI.create("http://sekisho:8081");

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        ClientSettings settings = SekishoClient.at(GATE, URI.create("ftp://sekisho"))
                .apiKey("sk live")
                .connectTimeout(Duration.ZERO)
                .deadline(Duration.ofHours(1))
                .sendDeadline(Duration.ofMillis(-1))
                .firstPause(Duration.ZERO)
                .attempts(11)
                .httpClient(following);

        assertThatIllegalArgumentException()
                .isThrownBy(settings::open)
                .withMessageContainingAll(
                        "a gate is",
                        "API key",
                        "connectTimeout",
                        "deadline",
                        "sendDeadline",
                        "firstPause",
                        "attempts",
                        "redirects")
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("sk live"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "mailto:a@example.net",
                "http:///v1",
                "http://user:pw@host",
                "http://host?a",
                "http://host#a"
            })
    void refusesWhatIsNoGate(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SekishoClient.at(URI.create(uri)).apiKey("sk").open())
                .withMessageContaining("a gate is")
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("pw"));
    }

    @Test
    void refusesToOpenWithoutGateOrKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SekishoClient.at().open())
                .withMessageContainingAll("at least one gate", "API key");
    }

    @Test
    void takesAClientOfTheShopsOwn() {
        HttpClient own = HttpClient.newHttpClient();

        try (SekishoClient client =
                SekishoClient.at(GATE).apiKey("sk").httpClient(own).open()) {
            assertThat(client).hasToString("SekishoClient[http://sekisho:8081]");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pausesDoubleAndAreShortenedByUpToAHalf(long seed) {
        Effort effort = new Effort(Duration.ofSeconds(1), 10, Duration.ofMillis(20));
        SplittableRandom draw = new SplittableRandom(seed);

        for (int attempt = 1; attempt <= 10; attempt++) {
            Duration whole = Duration.ofMillis(20).multipliedBy(1L << (attempt - 1));
            assertThat(effort.pauseAfter(attempt, draw))
                    .as("seed %d, attempt %d", seed, attempt)
                    .isBetween(whole.dividedBy(2), whole);
        }
    }

    @Test
    void pausesDifferFromEventToEvent() {
        Effort effort = new Effort(Duration.ofSeconds(1), 10, Duration.ofMillis(20));

        assertThat(IntStream.range(0, 100)
                        .mapToObj(event -> effort.pauseAfter(1, new SplittableRandom(("e" + event).hashCode())))
                        .distinct())
                .hasSizeGreaterThan(90);
    }
}
