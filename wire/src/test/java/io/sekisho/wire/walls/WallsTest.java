package io.sekisho.wire.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sekisho.wire.walls.planted.bare.Stray;
import io.sekisho.wire.walls.planted.event.Happening;
import io.sekisho.wire.walls.planted.json.NeedsALibrary;
import io.sekisho.wire.walls.planted.json.NeedsAPolicy;
import io.sekisho.wire.walls.planted.json.Text;
import io.sekisho.wire.walls.planted.policy.Draft;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls hold; and each was seen to fall where a violation is planted, so that none stands by matching nothing. */
final class WallsTest {

    private static final String WIRE = "io.sekisho.wire";
    private static final String PLANTED = "io.sekisho.wire.walls.planted";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(WIRE);

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
                new Wall("keeps its layers", Walls::keepsItsLayers, List.of(NeedsAPolicy.class, Draft.class)),
                new Wall("has no cycles", Walls::hasNoCycles, List.of(NeedsAPolicy.class, Draft.class, Text.class)),
                new Wall("has no package beside", Walls::hasNoPackageBesideTheLayers, List.of(Stray.class)));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void theWire(Wall wall) {
        wall.rule().apply(WIRE).check(CLASSES);
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
        JavaClasses clean = new ClassFileImporter().importClasses(Text.class, Happening.class);

        assertThat(wall.rule().apply(PLANTED).evaluate(clean).hasViolation()).isFalse();
    }

    @Test
    void theWallsSurroundTheWholeModule() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .contains("io.sekisho.wire.json", "io.sekisho.wire.mapping")
                .doesNotContain("io.sekisho.wire.walls");
        assertThat(CLASSES).hasSizeGreaterThan(90);
    }
}
