package io.sekisho.wire.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserAgentsTest {
    private static final int THREADS = 4;

    /** A line of the golden file. */
    record Sample(Agent expected, String text) {}

    @ParameterizedTest
    @MethodSource("samples")
    void tellsRealAgentsApart(Sample sample) {
        assertThat(new UserAgents().of(sample.text())).as(sample.text()).isEqualTo(sample.expected());
    }

    @Test
    void knowsNothingOfAnEmptyText() {
        assertThat(new UserAgents().of("")).isEqualTo(new Agent("unknown", "unknown", AgentKind.UNKNOWN));
    }

    @Test
    void readsOnlyTheBeginningOfAnOverlongText() {
        String chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0.0.0 Safari/537.36 ";
        String tail = "x".repeat(10_000) + " Googlebot";
        assertThat(new UserAgents().of(chrome + tail)).isEqualTo(new Agent("chrome", "windows", AgentKind.DESKTOP));
        assertThat(new UserAgents().of("\uD83D".repeat(10_000)).kind()).isEqualTo(AgentKind.UNKNOWN);
    }

    @Test
    void answersAlikeWhateverItRemembers() {
        UserAgents busy = new UserAgents();
        long seed = 11;
        Random random = new Random(seed);
        List<Sample> samples = samples().toList();
        for (int i = 0; i < 50_000; i++) {
            String text = samples.get(random.nextInt(samples.size())).text() + " r/" + random.nextInt(1000);
            assertThat(busy.of(text)).as("seed %d, %s", seed, text).isEqualTo(AgentClassifier.classify(text));
        }
    }

    @Test
    void answersAlikeFromManyThreads() throws Exception {
        UserAgents shared = new UserAgents();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                long seed = 100L + thread;
                tasks.add(() -> wrongAnswers(shared, seed));
            }
            for (Future<Integer> wrong : threads.invokeAll(tasks)) {
                assertThat(wrong.get()).isZero();
            }
        }
    }

    static Stream<Sample> samples() {
        try (InputStream in = Objects.requireNonNull(UserAgentsTest.class.getResourceAsStream("agents.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(UserAgentsTest::sample).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Sample sample(String line) {
        String[] parts = line.split(" \\| ", 4);
        AgentKind kind = AgentKind.valueOf(parts[2].toUpperCase(Locale.ROOT));
        return new Sample(new Agent(parts[0], parts[1], kind), parts[3]);
    }

    private static int wrongAnswers(UserAgents agents, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = samples().toList();
        int wrong = 0;
        for (int i = 0; i < 100_000; i++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            String text = sample.text() + " z/" + random.nextInt(200);
            Agent expected = AgentClassifier.classify(text);
            wrong += agents.of(text).equals(expected) ? 0 : 1;
        }
        return wrong;
    }
}
