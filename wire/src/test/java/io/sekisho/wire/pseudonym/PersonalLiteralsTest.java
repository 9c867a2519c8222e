package io.sekisho.wire.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.feature.FeatureVector;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.policy.PolicyCompiler;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.engine.rule.Rule;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.policy.PolicyDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy that was written with plain texts decides pseudonyms as it decides what they stand for. */
final class PersonalLiteralsTest {

    private static final String POLICY = """
            format: 1
            version: plain-1
            decides: ["*"]
            """;

    private static final String FEATURES = """
            by_ip: {aggregate: count, by: [ip], window: 1h}
            by_email: {aggregate: count, by: [email], window: 24h}
            by_recipient: {aggregate: count, by: [recipient], window: 24h}
            of_hanako: {aggregate: count, where: 'data.email == "hanako@example.net"', by: [account], window: 24h}
            mails: {aggregate: distinct, of: data.email, by: [account], window: 24h}
            pair: {aggregate: count, by: [account, recipient], window: 24h}
            """;

    private static final String RULES = """
            - {id: mail, on: ["*"], when: 'data.email == "hanako@example.net"', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: mail-single, on: ["*"], when: "data.email in ['taro@example.jp', 'x@example.com']", score: 1, reason: {code: a, en: a, ja: a}}
            - {id: v4, on: ["*"], when: 'data.ip == "203.0.113.9"', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: v6, on: ["*"], when: 'data.ip == "2001:db8:1:2::1"', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: phone, on: ["*"], when: 'data.phone == "+819012345678"', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: gift, on: ["*"], when: 'data.recipient.email == "hanako@example.net"', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: listed, on: ["*"], when: 'in_list("people", data.email) || in_list("people", data.ip)', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: listed-phone, on: ["*"], when: 'in_list("people", data.phone)', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: own, on: ["*"], when: 'data.backup_mail == "hanako@example.net"', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: own-version, on: ["*"], when: 'data.app_version == "10.2.1.0"', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: own-phone, on: ["*"], when: 'data.backup_phone == "+819012345678"', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: device, on: ["*"], when: 'data.device_id == "d1" && data.channel == "web"', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: busy, on: ["*"], when: 'f.by_ip > 30 || f.by_email > 20 || f.by_recipient > 20', score: 1, reason: {code: a, en: a, ja: a}}
            - {id: hers, on: ["*"], when: 'f.of_hanako > 3 && f.mails > 1 && f.pair > 1', score: 1, reason: {code: a, en: a, ja: a}}
            """;

    private static final String PEOPLE = """
            value,expires,author,note
            taro@example.jp,,me,
            203.0.113.9,,me,
            2001:db8:1:2::1,,me,
            +819012345678,,me,
            d1,,me,
            """;

    @TempDir
    private Path folder;

    private final KeyedHash hash = new KeyedHash(new byte[KeyedHash.KEY_BYTES]);
    private final Pseudonymizer pseudonymizer = new Pseudonymizer(hash);

    private PolicyDefinition definition() throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.createDirectories(folder.resolve("lists"));
        Files.writeString(folder.resolve("policy.yaml"), POLICY);
        Files.writeString(folder.resolve("features.yaml"), FEATURES);
        Files.writeString(folder.resolve("rules/all.yaml"), RULES);
        Files.writeString(folder.resolve("lists/people.csv"), PEOPLE);
        PolicyDirectory read = PolicyDirectory.read(folder);
        return read.definition()
                .filter(found -> read.policy().isPresent())
                .orElseThrow(() -> new AssertionError(String.valueOf(read.problems())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void decidesPseudonymsAsItDecidesWhatTheyStandFor(long seed) throws IOException {
        PolicyDefinition plain = definition();
        Engine plainly = new Engine(compiled(plain));
        Engine hashed = new Engine(compiled(new PersonalLiterals(hash).replaceIn(plain)));
        Map<String, Integer> hits = new LinkedHashMap<>();
        Random random = new Random(seed);
        for (int i = 0; i < 1_200; i++) {
            Reading.Accepted accepted = event(random, i);
            Map<String, Object> tree = pseudonymizer.replace(accepted.tree()).tree();
            Event pseudonymous = EventReader.checked(tree, accepted.event().receivedMillis());
            Optional<Assessment> expected = plainly.acceptReadingAll(accepted.event(), new Facts());
            Optional<Assessment> found = hashed.acceptReadingAll(pseudonymous, new Facts());
            assertThat(told(found))
                    .as("seed %d, %s", seed, accepted.canonical())
                    .isEqualTo(told(expected));
            assertThat(values(hashed.features()))
                    .as("seed %d, %s", seed, accepted.canonical())
                    .isEqualTo(values(plainly.features()));
            expected.orElseThrow().hits().forEach(rule -> hits.merge(rule.id(), 1, Integer::sum));
        }
        assertThat(hits.keySet())
                .as("seed %d: every rule hits now and then", seed)
                .containsExactlyInAnyOrderElementsOf(
                        plain.rules().stream().map(rule -> rule.id()).toList());
    }

    @Test
    void noPersonalLiteralIsLeftInThePolicy() throws IOException {
        PolicyDefinition replaced = new PersonalLiterals(hash).replaceIn(definition());
        List<String> expressions = new ArrayList<>();
        replaced.rules().forEach(rule -> expressions.add(rule.when().text()));
        replaced.features().forEach(feature -> {
            if (feature.where() != null) {
                expressions.add(feature.where().text());
            }
        });
        assertThat(expressions).noneMatch(text -> text.contains("@") || text.contains("203.0") || text.contains("+81"));
    }

    @Test
    void anExpressionWithoutPersonalTextsStaysToTheLetter() throws IOException {
        UnaryOperator<String> replaced = text -> {
            String rules = "- {id: r, on: [\"*\"], when: '" + text + "', reason: {code: a, en: a, ja: a}}\n";
            write(folder.resolve("rules/all.yaml"), rules);
            PolicyDirectory read = PolicyDirectory.read(folder);
            PolicyDefinition definition = read.definition().orElseThrow();
            return new PersonalLiterals(hash)
                    .replaceIn(definition)
                    .rules()
                    .getFirst()
                    .when()
                    .text();
        };
        definition();
        for (String text : List.of(
                "data.channel == \"web\"",
                "data.x == \"a \\\"quoted@example.net\\\" text\"",
                "data.x == \"1.2.3\" || data.y == \"@\" || data.z == \"+81\"",
                "event.time > timestamp(\"2023-09-13T02:14:05+09:00\")")) {
            assertThat(replaced.apply(text)).isEqualTo(text);
        }
    }

    @Test
    void aValueOfAListHasItsPlainFormAndItsPseudonym() {
        PersonalLiterals literals = new PersonalLiterals(hash);
        assertThat(literals.formsOf("hanako@example.net"))
                .containsExactly("hanako@example.net", hash.ofEmail("hanako@example.net"));
        assertThat(literals.formsOf("203.0.113.9")).containsExactly("203.0.113.9", hash.ofIp("203.0.113.9"));
        assertThat(literals.formsOf("+819012345678")).containsExactly("+819012345678", hash.ofPhone("+819012345678"));
        assertThat(literals.formsOf("tok_1")).containsExactly("tok_1");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Policy compiled(PolicyDefinition definition) {
        List<Object> problems = new ArrayList<>();
        return PolicyCompiler.compile(definition, problems::add)
                .orElseThrow(() -> new AssertionError("Does not compile: " + problems));
    }

    private static List<Object> told(Optional<Assessment> assessment) {
        Assessment made = assessment.orElseThrow();
        return List.of(made.outcome(), made.score(), ids(made.hits()), ids(made.unknown()), made.actions());
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }

    private static List<Object> values(FeatureVector vector) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            values.add(vector.isPresent(i) ? vector.objectAt(i) : vector.absence(i));
        }
        return values;
    }

    /** Texts are written as the rules write them: a plain policy knows no other spelling. */
    private static Reading.Accepted event(Random random, int number) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("account_id", "a" + random.nextInt(3));
        maybe(random, data, "device_id", "d1", "d2");
        maybe(random, data, "channel", "web", "app");
        maybe(random, data, "ip", "203.0.113.9", "203.0.113.10", "2001:db8:1:2::1", "2001:db8:1:2::7");
        maybe(random, data, "email", "hanako@example.net", "taro@example.jp", "x@example.org");
        maybe(random, data, "phone", "+819012345678", "+819012345679");
        maybe(random, data, "backup_mail", "hanako@example.net", "taro@example.jp");
        maybe(random, data, "backup_phone", "+819012345678", "+819012345679");
        maybe(random, data, "app_version", "10.2.1.0", "10.2.1.1");
        if (random.nextBoolean()) {
            Map<String, Object> recipient = new LinkedHashMap<>();
            maybe(random, recipient, "email", "hanako@example.net", "taro@example.jp");
            maybe(random, recipient, "phone", "+819012345678", "+819012345679");
            data.put("recipient", recipient);
        }
        boolean isCode = data.containsKey("recipient");
        if (isCode) {
            data.put("code_id", "c" + number);
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", "e" + number);
        event.put("source", "https://shop.example");
        event.put("type", isCode ? "gift_code.issued" : "account.email_changed");
        event.put("time", "2023-09-13T02:%02d:%02dZ".formatted(number / 60 % 60, number % 60));
        event.put("data", data);
        Reading reading =
                new EventReader().read(new CanonicalJson().write(event).getBytes(UTF_8), 1_694_580_000_000L);
        if (reading instanceof Reading.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError(reading);
    }

    private static void maybe(Random random, Map<String, Object> members, String name, String... texts) {
        int choice = random.nextInt(texts.length + 1);
        if (choice < texts.length) {
            members.put(name, texts[choice]);
        }
    }
}
