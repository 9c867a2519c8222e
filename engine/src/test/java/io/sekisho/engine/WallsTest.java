package io.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sekisho.planted.Violations;
import io.sekisho.planted.bare.Unmarked;
import io.sekisho.planted.decision.Judgement;
import io.sekisho.planted.event.Happening;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls hold; and each was seen to fall where a violation is planted, so that none stands by matching nothing. */
final class WallsTest {

    private static final String PLANTED = "io.sekisho.planted";
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.sekisho.engine");

    /** A rule by its name, and what breaks it: each type alone, or the packages of all together. */
    record Wall(String name, Function<String, ArchRule> rule, boolean isBrokenByEach, List<Class<?>> violations) {

        static Wall each(String name, Function<String, ArchRule> rule, Class<?>... violations) {
            return new Wall(name, rule, true, List.of(violations));
        }

        static Wall together(String name, Function<String, ArchRule> rule, Class<?>... violations) {
            return new Wall(name, rule, false, List.of(violations));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wall> walls() {
        return Stream.of(
                Wall.each(
                        "does no I/O",
                        Walls::doesNoIo,
                        Violations.ReadsAFile.class,
                        Violations.ListsAFolder.class,
                        Violations.AsksTheNetwork.class),
                Wall.each(
                        "reads no clock",
                        Walls::readsNoClock,
                        Violations.AsksForNow.class,
                        Violations.RefersToNow.class,
                        Violations.AsksAClock.class,
                        Violations.CountsMillis.class,
                        Violations.CountsNanos.class),
                Wall.each(
                        "rolls no dice",
                        Walls::rollsNoDice,
                        Violations.Draws.class,
                        Violations.DrawsOfTheThread.class,
                        Violations.DrawsAnId.class,
                        Violations.DrawsANumber.class,
                        Violations.Shuffles.class),
                Wall.each(
                        "asks nothing of its surroundings",
                        Walls::asksNothingOfItsSurroundings,
                        Violations.AsksTheEnvironment.class,
                        Violations.AsksForTheZone.class,
                        Violations.AsksForTheLocale.class),
                Wall.each("logs nothing", Walls::logsNothing, Violations.Prints.class, Violations.Logs.class),
                Wall.each(
                        "knows no threads",
                        Walls::knowsNoThreads,
                        Violations.StartsAThread.class,
                        Violations.SharesAMap.class,
                        Violations.Locks.class,
                        Violations.Waits.class),
                Wall.each(
                        "computes exactly",
                        Walls::computesExactly,
                        Violations.TakesASine.class,
                        Violations.RefersToExp.class),
                Wall.each("depends on little", Walls::dependsOnLittle, Violations.NeedsALibrary.class),
                Wall.together("keeps its layers", Walls::keepsItsLayers, Happening.class, Judgement.class),
                Wall.together("has no cycles", Walls::hasNoCycles, Happening.class, Judgement.class),
                Wall.each("has no package beside the layers", Walls::hasNoPackageBesideTheLayers, Unmarked.class),
                Wall.together("says what may be null", Walls::saysWhatMayBeNull, Unmarked.class));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void theEngine(Wall wall) {
        wall.rule().apply("io.sekisho.engine").check(ENGINE);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void aPlantedViolationIsSeen(Wall wall) {
        ArchRule rule = wall.rule().apply(PLANTED);
        if (wall.isBrokenByEach()) {
            wall.violations()
                    .forEach(violation -> assertBroken(rule, new ClassFileImporter().importClasses(violation)));
        } else {
            String[] packages =
                    wall.violations().stream().map(Class::getPackageName).toArray(String[]::new);
            assertBroken(rule, new ClassFileImporter().importPackages(packages));
        }
    }

    @ParameterizedTest
    @MethodSource("walls")
    void whatIsCleanPasses(Wall wall) {
        JavaClasses clean = new ClassFileImporter().importPackages(Judgement.class.getPackageName());
        assertThat(wall.rule()
                        .apply(PLANTED)
                        .allowEmptyShould(true)
                        .evaluate(clean)
                        .hasViolation())
                .isFalse();
    }

    @Test
    void everyPlantedViolationIsUsed() {
        Set<Class<?>> used = walls().flatMap(wall -> wall.violations().stream()).collect(Collectors.toSet());
        assertThat(used).contains(Violations.class.getDeclaredClasses());
    }

    @Test
    void theWallsSurroundTheWholeEngine() {
        assertThat(ENGINE.stream().map(type -> type.getPackageName()).distinct())
                .contains("io.sekisho.engine.event", "io.sekisho.engine.decision")
                .doesNotContain("io.sekisho.engine.testkit");
        assertThat(ENGINE).hasSizeGreaterThan(80);
    }

    private static void assertBroken(ArchRule rule, JavaClasses planted) {
        assertThat(rule.evaluate(planted).hasViolation())
                .as("%s is seen by: %s", planted, rule.getDescription())
                .isTrue();
        assertThat(rule.getDescription()).contains("because");
    }
}
