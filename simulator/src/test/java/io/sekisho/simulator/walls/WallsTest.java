package io.sekisho.simulator.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sekisho.simulator.walls.planted.bare.Stray;
import io.sekisho.simulator.walls.planted.shop.Visit;
import io.sekisho.simulator.walls.planted.world.NeedsALibrary;
import io.sekisho.simulator.walls.planted.world.NeedsAShop;
import io.sekisho.simulator.walls.planted.world.NeedsYaml;
import io.sekisho.simulator.walls.planted.world.Place;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls hold; and each was seen to fall where a violation is planted, so that none stands by matching nothing. */
final class WallsTest {

    private static final String SIMULATOR = "io.sekisho.simulator";
    private static final String PLANTED = "io.sekisho.simulator.walls.planted";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SIMULATOR);

    /** A rule by its name, and the types that break it together. */
    record Wall(String name, Function<String, ArchRule> rule, List<Class<?>> violation) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wall> walls() {
        return Stream.of(
                new Wall("depends on little", Walls::dependsOnLittle, List.of(NeedsALibrary.class)),
                new Wall("reads YAML for incidents only", Walls::readsYamlForIncidentsOnly, List.of(NeedsYaml.class)),
                new Wall("keeps its layers", Walls::keepsItsLayers, List.of(NeedsAShop.class, Visit.class)),
                new Wall("has no cycles", Walls::hasNoCycles, List.of(NeedsAShop.class, Visit.class, Place.class)),
                new Wall("has no package beside", Walls::hasNoPackageBesideTheLayers, List.of(Stray.class)));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void theSimulator(Wall wall) {
        wall.rule().apply(SIMULATOR).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void aPlantedViolationIsSeen(Wall wall) {
        ArchRule rule = wall.rule().apply(PLANTED);

        assertThat(rule.evaluate(new ClassFileImporter().importClasses(wall.violation()))
                        .hasViolation())
                .isTrue();
        assertThat(rule.getDescription()).contains("because");
    }

    @ParameterizedTest
    @MethodSource("walls")
    void whatIsCleanPasses(Wall wall) {
        JavaClasses clean = new ClassFileImporter().importClasses(Place.class, Visit.class);

        assertThat(wall.rule().apply(PLANTED).evaluate(clean).hasViolation()).isFalse();
    }

    @Test
    void theWallsSurroundTheWholeModule() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .contains("io.sekisho.simulator.world", "io.sekisho.simulator.attack")
                .doesNotContain("io.sekisho.simulator.walls");
        assertThat(CLASSES).hasSizeGreaterThan(80);
    }
}
