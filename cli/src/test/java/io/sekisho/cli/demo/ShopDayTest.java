package io.sekisho.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.console.Progress;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.json.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShopDayTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    private static final Pattern INTRODUCTION = Pattern.compile("\"email\":\"[^\"]+@[^\"]+\",\"language\":");

    @TempDir
    private Path folder;

    @Test
    void beginsOnTheLastEveningThatIsHalfADayAway() throws IOException {
        ShopDay day = make();

        assertThat(Instant.ofEpochMilli(day.beginMillis())).isEqualTo(Instant.parse("2026-11-23T10:30:00Z"));
        assertThat(day.events()).isSortedAccordingTo((a, b) -> Long.compare(a.arrivalMillis(), b.arrivalMillis()));
        assertThat(day.events().getFirst().arrivalMillis()).isGreaterThanOrEqualTo(day.beginMillis());
    }

    @Test
    void playsTheAttackHalfAnHourAfterwards() throws IOException {
        ShopDay day = make();

        List<PlayedEvent> attack =
                day.events().stream().filter(PlayedEvent::isAttack).toList();
        assertThat(attack.getFirst().type()).isEqualTo("login.succeeded");
        assertThat(attack.getFirst().millis() - day.beginMillis())
                .isEqualTo(Duration.ofMinutes(30).toMillis());
        String account = attack.getFirst().account();
        assertThat(attack)
                .filteredOn(
                        event -> event.account().equals(account) && event.type().equals("order.created"))
                .hasSize(6)
                .allMatch(PlayedEvent::isGift);
    }

    @Test
    void everyEventIsOneAndEachAccountIsIntroducedOnce() throws IOException {
        ShopDay day = make();
        EventReader reader = new EventReader();
        CanonicalJson json = new CanonicalJson();
        Set<String> accounts = new HashSet<>();
        Set<String> introduced = new HashSet<>();
        List<String> lines = Files.readAllLines(day.history());
        assertThat(lines).hasSizeGreaterThan(1_000);
        for (String line : lines) {
            check(
                    Line.of(line, false),
                    reader.read(line.getBytes(StandardCharsets.UTF_8), NOW.toEpochMilli()),
                    accounts,
                    introduced);
        }
        for (PlayedEvent event : day.events()) {
            String line = json.write(event.tree());
            check(
                    Line.of(line, false),
                    reader.read(line.getBytes(StandardCharsets.UTF_8), event.arrivalMillis()),
                    accounts,
                    introduced);
        }
        assertThat(introduced).isEqualTo(accounts);
    }

    private static void check(Line line, Reading reading, Set<String> accounts, Set<String> introduced) {
        assertThat(reading).as(line.text()).isInstanceOf(Reading.Accepted.class);
        if (line.account().isEmpty()) {
            return;
        }
        accounts.add(line.account());
        if (INTRODUCTION.matcher(line.text()).find()) {
            assertThat(introduced.add(line.account())).as(line.text()).isTrue();
        }
    }

    private ShopDay make() throws IOException {
        return ShopDay.make(new ShopDay.Plan(7, 60), folder, NOW, new Progress("Events"));
    }
}
