package io.sekisho.cli.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.policy.Policy;
import io.sekisho.simulator.incident.Incident;
import io.sekisho.simulator.incident.Incidents;
import io.sekisho.simulator.incident.Rendition;
import io.sekisho.simulator.incident.Staging;
import io.sekisho.simulator.incident.Telling;
import io.sekisho.wire.policy.PolicyDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class IncidentsTest {
    private static final int SEEDS = 40;
    private static final Path GUIDE = Path.of("..", "docs", "incidents.md");
    private static final Policy STARTER =
            PolicyDirectory.read(Path.of("..", "policies", "starter")).policy().orElseThrow();

    static List<String> ids() {
        return Incidents.ids();
    }

    static Stream<Arguments> idsInBothTellings() {
        return ids().stream().flatMap(id -> Stream.of(Telling.values()).map(telling -> Arguments.of(id, telling)));
    }

    @ParameterizedTest(name = "{0}, past told by {1}")
    @MethodSource("idsInBothTellings")
    void theStarterPolicyDoesWhatAnIncidentAsksFor(String id, Telling telling) {
        Incident incident = Incidents.read(id);
        Course course = plain(incident, telling, STARTER);

        System.out.println(new Summary(incident, course).line(telling));
        assertThat(Expectations.of(id).failures(course)).isEmpty();
    }

    @ParameterizedTest(name = "{0}, past told by {1}")
    @MethodSource("idsInBothTellings")
    void andDoesSoWithOtherNamesSumsHoursAndNetworks(String id, Telling telling) {
        Incident incident = Incidents.read(id);
        Expectations expectations = Expectations.of(id);
        List<String> failures = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            String which = "seed " + seed + ": ";
            Course course = Course.of(Rendition.of(incident, Staging.varied(incident, seed), telling), STARTER);
            expectations.failures(course).forEach(failure -> failures.add(which + failure));
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyExpectationOfAnAttackFailsWhereEverythingPasses(String id, @TempDir Path folder) {
        Incident incident = Incidents.read(id);
        Course course = plain(incident, Telling.EVENTS, PlantedPolicy.alwaysAnswering("allow", folder));

        int failing = incident.isAttack() ? Expectations.of(id).countOfDemands() : 0;
        assertThat(Expectations.of(id).failures(course)).hasSize(failing);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anHonestCustomersExpectationsFailWhereEverythingIsDenied(String id, @TempDir Path folder) {
        Incident incident = Incidents.read(id);
        Course course = plain(incident, Telling.EVENTS, PlantedPolicy.alwaysAnswering("deny", folder));

        if (!incident.isAttack()) {
            assertThat(Expectations.of(id).failures(course)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theGuideSaysWhatHappensNow(String id) throws IOException {
        Incident incident = Incidents.read(id);
        for (Telling telling : Telling.values()) {
            String line = new Summary(incident, plain(incident, telling, STARTER)).line(telling);
            assertThat(Files.readString(GUIDE))
                    .as("docs/incidents.md, to be copied there")
                    .contains(line + "\n");
        }
    }

    private static Course plain(Incident incident, Telling telling, Policy policy) {
        return Course.of(Rendition.of(incident, Staging.plain(incident), telling), policy);
    }
}
