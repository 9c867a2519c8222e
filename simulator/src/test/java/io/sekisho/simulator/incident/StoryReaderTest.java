package io.sekisho.simulator.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sekisho.simulator.incident.Step.Purchase;
import org.junit.jupiter.api.Test;

final class StoryReaderTest {
    private static final String SOUND = """
            title: A title
            truth: takeover
            source: {site: news.example}
            requirements: [R01]
            begins: "2023-09-13T10:40:00+09:00"
            known: 1h
            account: {age: 400d, last_visit: 9d}
            story:
              - {at: 1h30m, who: attacker, buy: gift, times: 2, every: 90s, item: gift_code, yen: [100, 200], to: x, pay: usual}
            """;

    @Test
    void readsAStory() {
        Incident incident = StoryReader.read("X01", SOUND);

        assertThat(incident.isAttack()).isTrue();
        assertThat(incident.beginsMillis()).isEqualTo(1_694_569_200_000L);
        assertThat(incident.story()).singleElement().isInstanceOfSatisfying(Purchase.class, purchase -> {
            assertThat(purchase.when().atMillis(1)).isEqualTo(5_490_000);
            assertThat(purchase.when().named("gift", 1)).isEqualTo("gift-2");
            assertThat(purchase.basket().yen(0)).isEqualTo(100);
            assertThat(purchase.basket().yen(5)).isEqualTo(200);
        });
    }

    @Test
    void namesEveryProblemAndItsPlace() {
        String broken = SOUND.replace("truth: takeover", "truth: perhaps")
                .replace("title: A title\n", "")
                .replace("known: 1h", "known: soon")
                .replace("{at: 1h30m, who: attacker", "{at: -3m, who: ghost, colour: red, follow: [eaten]")
                .replace(", to: x", "");

        assertThatThrownBy(() -> StoryReader.read("X01", broken))
                .hasMessageContainingAll(
                        "X01/title: this is missing",
                        "X01/truth: 'perhaps' is not takeover or honest",
                        "X01/known: 'soon' is not a span",
                        "X01/story/0/who: 'ghost' is not one of owner, attacker",
                        "X01/story/0/to: a gift code needs somebody to go to",
                        "X01/story/0/follow: 'eaten' is not one of",
                        "X01/story/0/colour: this has no meaning here",
                        "X01/story/0/at: the story begins at 0s");
    }

    @Test
    void refusesAKeyThatStandsThereTwice() {
        assertThatThrownBy(() -> StoryReader.read("X01", SOUND + "title: Another\n"))
                .hasMessageContaining("X01 is not YAML");
    }
}
