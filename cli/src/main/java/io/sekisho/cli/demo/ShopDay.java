package io.sekisho.cli.demo;

import io.sekisho.cli.console.Lines;
import io.sekisho.cli.console.Progress;
import io.sekisho.simulator.Simulation;
import io.sekisho.simulator.SimulationPlan;
import io.sekisho.simulator.incident.Incidents;
import io.sekisho.simulator.incident.Rendition;
import io.sekisho.simulator.incident.Staging;
import io.sekisho.simulator.incident.Telling;
import io.sekisho.wire.event.EventReader;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A simulated shop: what happened before, as a file, and what is to be played.
 *
 * @param history the file with everything before the beginning
 * @param beginMillis when the played day begins
 * @param events from then on, in the order in which they come
 */
record ShopDay(Path history, long beginMillis, List<PlayedEvent> events) {

    /*
     * The shop's clock begins half a day or more in the past and runs faster than the world's, so that an evening passes
     * while somebody looks on and no event ever comes from the future. What is played is an honest shop with its traps
     * (owners who hide orders, first gifts after ten years, crowded networks), and documented incidents among it, told with
     * other names, sums and networks: the article's first, half an hour after the beginning, beside an honest case that
     * looks like one.
     */
    static final Duration FIRST_ATTACK_AFTER = Duration.ofMinutes(30);

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final LocalDate FIRST_SIMULATED = LocalDate.of(2023, 9, 1);
    private static final LocalTime EVENING = LocalTime.of(19, 30);
    private static final int DAYS_BEFORE = 30;
    private static final int DAYS = DAYS_BEFORE + 3;
    private static final Duration LEAST_LAG = Duration.ofHours(12);

    /** When after the beginning which documented case begins. */
    private record Cue(String incident, Duration after) {}

    private static final List<Cue> CUES = List.of(
            new Cue("A01", FIRST_ATTACK_AFTER),
            new Cue("F01", FIRST_ATTACK_AFTER.plusMinutes(5)),
            new Cue("A08", Duration.ofMinutes(95)),
            new Cue("F02", Duration.ofMinutes(120)),
            new Cue("A30", Duration.ofMinutes(150)),
            new Cue("A03", Duration.ofMinutes(210)),
            new Cue("A10", Duration.ofMinutes(300)));

    /** What the shop is made of. */
    record Plan(long seed, int accounts) {

        SimulationPlan simulation() {
            return SimulationPlan.of(seed, DAYS, accounts).withoutAttacks().withTraps("T05", "T09", "T10");
        }
    }

    /** Simulates it into a folder; the day begins on the last evening that is half a day away. */
    static ShopDay make(Plan plan, Path folder, Instant now, Progress progress) throws IOException {
        ZonedDateTime latest = now.minus(LEAST_LAG).atZone(ZONE);
        LocalDate evening =
                latest.toLocalTime().isBefore(EVENING) ? latest.toLocalDate().minusDays(1) : latest.toLocalDate();
        long begin = millis(evening);
        List<Line> all = honest(plan, folder, begin - millis(FIRST_SIMULATED.plusDays(DAYS_BEFORE)), progress);
        for (Cue cue : CUES) {
            all.addAll(told(cue, plan.seed(), begin));
        }
        all.sort(Comparator.comparingLong(Line::arrivalMillis));
        Customers customers = new Customers();
        Path history = folder.resolve("history.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(history)) {
            for (Line line : all) {
                if (line.arrivalMillis() < begin) {
                    out.write(customers.introduced(line));
                    out.newLine();
                }
            }
        }
        return new ShopDay(
                history,
                begin,
                all.stream()
                        .filter(line -> line.arrivalMillis() >= begin)
                        .map(line -> new PlayedEvent(
                                line.arrivalMillis(), customers.introduced(line.event()), line.isAttack()))
                        .toList());
    }

    private static long millis(LocalDate day) {
        return day.atTime(EVENING).atZone(ZONE).toInstant().toEpochMilli();
    }

    private static List<Line> honest(Plan plan, Path folder, long shiftMillis, Progress progress) throws IOException {
        Path simulated = folder.resolve("simulated.ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(simulated))) {
            new Simulation(plan.simulation()).run(out);
        }
        TimeShift shift = new TimeShift(shiftMillis);
        List<Line> events = new ArrayList<>();
        try (InputStream in = Files.newInputStream(simulated)) {
            Lines lines = new Lines(in, EventReader.MOST_BYTES);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                events.add(Line.of(shift.of(new String(line, StandardCharsets.UTF_8)), false));
                progress.step();
            }
        }
        Files.delete(simulated);
        return events;
    }

    private static List<Line> told(Cue cue, long seed, long begin) {
        var incident = Incidents.read(cue.incident());
        Staging staging = Staging.varied(incident, seed);
        TimeShift shift = new TimeShift(begin + cue.after().toMillis() - staging.beginsMillis());
        return Rendition.of(incident, staging, Telling.EVENTS).events().stream()
                .map(told -> Line.of(shift.of(told.line()), told.isAttack()))
                .toList();
    }
}
