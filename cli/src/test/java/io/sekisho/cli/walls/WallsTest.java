package io.sekisho.cli.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sekisho.cli.walls.planted.bare.Logs;
import io.sekisho.cli.walls.planted.bare.NeedsACommandLine;
import io.sekisho.cli.walls.planted.bare.Prints;
import io.sekisho.cli.walls.planted.bare.PrintsAStack;
import io.sekisho.cli.walls.planted.score.NeedsAStory;
import io.sekisho.cli.walls.planted.score.Total;
import io.sekisho.cli.walls.planted.story.Story;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls hold; and each was seen to fall where a violation is planted, so that none stands by matching nothing. */
final class WallsTest {

    private static final String CLI = "io.sekisho.cli";
    private static final String[] BELOW = {"io.sekisho.engine..", "io.sekisho.wire..", "io.sekisho.simulator.."};
    private static final String PLANTED = "io.sekisho.cli.walls.planted";
    private static final String PLANTED_BELOW = PLANTED + ".bare..";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.sekisho");

    /** A rule by its name, and the types that break it together. */
    record Wall(String name, Function<String, ArchRule> rule, List<Class<?>> violation) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wall> walls() {
        return Stream.of(
                new Wall("keeps commands apart", Walls::keepsCommandsApart, List.of(NeedsAStory.class, Story.class)),
                new Wall("has no cycles", Walls::hasNoCycles, List.of(NeedsAStory.class, Story.class, Total.class)),
                new Wall("has no package beside", Walls::hasNoPackageBesideTheCommands, List.of(Prints.class)));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void theCommandLine(Wall wall) {
        wall.rule().apply(CLI).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void aPlantedViolationIsSeen(Wall wall) {
        assertThat(isBroken(wall.rule().apply(PLANTED), wall.violation())).isTrue();
        assertThat(wall.rule().apply(PLANTED).getDescription()).contains("because");
    }

    @ParameterizedTest
    @MethodSource("walls")
    void whatIsCleanPasses(Wall wall) {
        assertThat(isBroken(wall.rule().apply(PLANTED), List.of(Story.class, Total.class)))
                .isFalse();
    }

    @Test
    void whatIsBelowKnowsNoCommandLine() {
        Walls.knowsNoCommandLine(BELOW).check(CLASSES);
    }

    @Test
    void aCommandLineBelowIsSeen() {
        assertThat(isBroken(Walls.knowsNoCommandLine(PLANTED_BELOW), List.of(NeedsACommandLine.class)))
                .isTrue();
        assertThat(isBroken(Walls.knowsNoCommandLine(PLANTED_BELOW), List.of(Prints.class)))
                .isFalse();
    }

    @Test
    void onlyTheCommandLinePrints() {
        Walls.printsNothing(BELOW).check(CLASSES);
    }

    @Test
    void aPrintBelowIsSeen() {
        for (Class<?> violation : List.of(Prints.class, PrintsAStack.class, Logs.class)) {
            assertThat(isBroken(Walls.printsNothing(PLANTED_BELOW), List.of(violation)))
                    .as("%s", violation)
                    .isTrue();
        }
        assertThat(isBroken(Walls.printsNothing(PLANTED_BELOW), List.of(NeedsACommandLine.class)))
                .isFalse();
    }

    @Test
    void theWallsSurroundAllModules() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .contains(
                        "io.sekisho.engine.decision",
                        "io.sekisho.wire.event",
                        "io.sekisho.simulator.shop",
                        "io.sekisho.cli.replay")
                .doesNotContain("io.sekisho.cli.walls");
    }

    private static boolean isBroken(ArchRule rule, List<Class<?>> planted) {
        return rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation();
    }
}
