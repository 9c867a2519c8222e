package io.sekisho.simulator.incident;

import io.sekisho.simulator.incident.Incident.CardKind;
import io.sekisho.simulator.incident.Incident.Source;
import io.sekisho.simulator.incident.Incident.Tenure;
import io.sekisho.simulator.incident.Incident.Truth;
import io.sekisho.simulator.incident.Step.Basket;
import io.sekisho.simulator.incident.Step.Purchase;
import io.sekisho.simulator.incident.Step.Remark;
import io.sekisho.simulator.incident.Step.When;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a story's file, noting every problem at once. */
final class StoryReader {
    private final String id;
    private final List<String> problems = new ArrayList<>();

    private StoryReader(String id) {
        this.id = id;
    }

    /**
     * The incident that a text tells.
     *
     * @throws IllegalArgumentException naming every problem and its place
     */
    static Incident read(String id, String text) {
        StoryReader reader = new StoryReader(id);
        Incident incident = reader.incident(new StoryMap(id, load(id, text), reader.problems));
        if (!reader.problems.isEmpty()) {
            throw new IllegalArgumentException("The story cannot be told:\n" + String.join("\n", reader.problems));
        }
        return incident;
    }

    private static Object load(String id, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (YAMLException broken) {
            throw new IllegalArgumentException("The story " + id + " is not YAML: " + broken.getMessage(), broken);
        }
    }

    private Incident incident(StoryMap map) {
        Incident incident = new Incident(
                id,
                map.text("title"),
                map.word("truth", StoryReader::truth, "takeover or honest").orElse(Truth.HONEST),
                source(map.mapping("source")),
                map.texts("requirements"),
                map.word("begins", StoryReader::moment, "a time such as \"2023-09-13T10:40:00+09:00\", in quotes")
                        .orElse(0L),
                map.span("known"),
                tenure(map.mapping("account")),
                cards(map.mapping("cards")),
                past(map.mappings("past")),
                story(map.mappings("story")));
        map.finish();
        return incident;
    }

    private static Optional<Truth> truth(String word) {
        return switch (word) {
            case "takeover" -> Optional.of(Truth.TAKEOVER);
            case "honest" -> Optional.of(Truth.HONEST);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Source source(StoryMap map) {
        Source source = new Source(map.text("site"), map.optionalText("date").orElse(""));
        map.finish();
        return source;
    }

    private static Tenure tenure(StoryMap map) {
        Tenure tenure = new Tenure(map.span("age"), map.span("last_visit"));
        map.finish();
        return tenure;
    }

    private static Map<String, CardKind> cards(StoryMap map) {
        Map<String, CardKind> cards = new LinkedHashMap<>();
        for (String name : map.all().keySet()) {
            StoryMap card = map.mapping(name);
            cards.put(name, new CardKind(card.text("brand"), card.text("funding")));
            card.finish();
        }
        return cards;
    }

    private static List<Step> past(List<StoryMap> maps) {
        return maps.stream()
                .map(map -> step(map, at -> at < 0, "what is past happens before the story: -40d"))
                .toList();
    }

    private static List<Step> story(List<StoryMap> maps) {
        return maps.stream()
                .map(map -> step(map, at -> at >= 0, "the story begins at 0s"))
                .toList();
    }

    private static Step step(StoryMap map, LongPredicate isFit, String problem) {
        Step step = step(map);
        if (!isFit.test(step.when().atMillis())) {
            map.note("at", problem);
        }
        return step;
    }

    private static Step step(StoryMap map) {
        When when = new When(
                map.span("at"), map.whole("times", 1), map.optionalSpan("every").orElse(0L));
        Who who = map.word("who", Who::named, "one of " + words(Who.values())).orElse(Who.OWNER);
        Step step = map.has("buy") ? purchase(map, when, who) : remark(map, when, who);
        map.finish();
        return step;
    }

    private static Step purchase(StoryMap map, When when, Who who) {
        Basket basket = new Basket(
                map.text("item"), map.amounts("yen"), map.optionalText("to").orElse(null), map.flag("shipped"));
        if (basket.isGift() && basket.recipient() == null) {
            map.note("to", "a gift code needs somebody to go to");
        }
        return new Purchase(
                when,
                who,
                map.text("buy"),
                basket,
                map.optionalText("pay").orElse(null),
                follow(map),
                map.optionalSpan("hidden_after").orElse(null));
    }

    private static List<Follow> follow(StoryMap map) {
        List<Follow> follow = new ArrayList<>();
        for (String word : map.texts("follow")) {
            Follow.named(word)
                    .ifPresentOrElse(
                            follow::add,
                            () -> map.note("follow", "'" + word + "' is not one of " + words(Follow.values())));
        }
        return follow;
    }

    private static Step remark(StoryMap map, When when, Who who) {
        String type = map.text("event");
        return new Remark(
                when,
                who,
                map.optionalText("as").orElse(type),
                type,
                map.mapping("with").all());
    }

    private static String words(Enum<?>[] constants) {
        List<String> words = new ArrayList<>();
        for (Enum<?> constant : constants) {
            words.add(constant.name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", words);
    }
}
