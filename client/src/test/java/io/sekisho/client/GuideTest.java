package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide shows code that compiles, and that does what the guide says. */
final class GuideTest {

    private static final Path ROOT = Path.of(System.getProperty("sekisho.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGION = Pattern.compile(" *// region \\w+\n(.*?) *// endregion", Pattern.DOTALL);

    @Test
    void everyBlockIsARegionOfTheExample() throws IOException {
        List<String> blocks = all(BLOCK, "docs/guide/client.md");
        List<String> regions = all(REGION, "client/src/test/java/io/sekisho/client/GuideExample.java");

        assertThat(regions).hasSize(4);
        assertThat(blocks).isEqualTo(regions);
    }

    @Test
    void theExampleDoesWhatTheServerSays() throws IOException {
        Recorder shop = new Recorder();
        GuideExample example = new GuideExample(shop);
        String hold = Answers.HOLD.replace("\"e1\"", "\"order-o1-created\"");
        try (Gate gate = Gate.answering(Gate.json(200, hold));
                SekishoClient client = gate.client().open()) {
            example.checkOut(client, Samples.TIME);

            assertThat(shop.done).containsExactly("hold_order o1", "notify_out_of_band a1", "hold o1 degraded false");
        }
    }

    @Test
    void theExampleHoldsAGiftWhereNoAnswerComes() throws IOException {
        Recorder shop = new Recorder();
        GuideExample example = new GuideExample(shop);
        try (SekishoClient client = example.open(Unreachable.uri(), "sk_test")) {
            example.checkOut(client, Samples.TIME);

            assertThat(shop.done).hasSize(2).first().isEqualTo("hold o1 degraded true");
            assertThat(shop.done.get(1)).startsWith("No decision: Failure[cause=");
        }
    }

    @Test
    void theExampleSendsAgainWhatIsNotSettled() throws IOException {
        Recorder shop = new Recorder();
        try (Gate gate = Gate.answering(Answers.problem(500));
                SekishoClient client = gate.client().open()) {
            new GuideExample(shop).catchUp(client, List.of(Samples.login("e1"), Samples.login("e2")));

            assertThat(shop.done).containsExactly("2 to be sent again");
        }
    }

    @Test
    void theExampleBelievesNoCallWithoutSignature() {
        boolean isGenuine = new GuideExample(new Recorder())
                .isFromSekisho("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Map.of(), new byte[0], Instant.EPOCH);

        assertThat(isGenuine).isFalse();
    }

    private static List<String> all(Pattern pattern, String path) throws IOException {
        String text = Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8);
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1).stripTrailing().stripIndent())
                .toList();
    }

    private static final class Recorder implements GuideExample.Shop {

        private final List<String> done = new ArrayList<>();

        @Override
        public void authorise(String orderId) {
            done.add("authorise " + orderId);
        }

        @Override
        public void askFor(List<String> methods, String orderId) {
            done.add("ask for " + methods + " " + orderId);
        }

        @Override
        public void hold(String orderId, boolean isDegraded) {
            done.add("hold " + orderId + " degraded " + isDegraded);
        }

        @Override
        public void refuse(String orderId) {
            done.add("refuse " + orderId);
        }

        @Override
        public void carryOut(Decision.Action action) {
            done.add(action.verb() + " " + action.target());
        }

        @Override
        public void log(String message) {
            done.add(message);
        }
    }
}
