package io.sekisho.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sekisho.planted.KnowsSpring;
import io.sekisho.planted.Plain;
import io.sekisho.server.walls.planted.Start;
import io.sekisho.server.walls.planted.audit.Entry;
import io.sekisho.server.walls.planted.audit.LooksInside;
import io.sekisho.server.walls.planted.platform.Ground;
import io.sekisho.server.walls.planted.platform.KnowsItsStart;
import io.sekisho.server.walls.planted.platform.NeedsALabel;
import io.sekisho.server.walls.planted.platform.inside.Detail;
import io.sekisho.server.walls.planted.projection.Mark;
import io.sekisho.server.walls.planted.stray.Stray;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The walls hold; and each was seen to fall where a violation is planted, so that none stands by matching nothing. */
final class WallsTest {

    private static final String SERVER = "io.sekisho.server";
    private static final String[] BELOW = {"io.sekisho.engine..", "io.sekisho.wire..", "io.sekisho.simulator.."};
    private static final String PLANTED = "io.sekisho.server.walls.planted";
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
                new Wall("keeps its order", Walls::keepsItsOrder, List.of(NeedsALabel.class, Mark.class)),
                new Wall("has no cycles", Walls::hasNoCycles, List.of(NeedsALabel.class, Mark.class, Ground.class)),
                new Wall("has no module beside", Walls::hasNoModuleBeside, List.of(Stray.class)),
                new Wall(
                        "is not known from below",
                        Walls::isNotKnownFromBelow,
                        List.of(KnowsItsStart.class, Start.class)),
                new Wall("hides sub-packages", Walls::hidesSubPackages, List.of(LooksInside.class, Detail.class)));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void theServer(Wall wall) {
        wall.rule().apply(SERVER).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void aPlantedViolationIsSeen(Wall wall) {
        ArchRule rule = wall.rule().apply(PLANTED);

        assertThat(isBroken(rule, wall.violation())).isTrue();
        assertThat(rule.getDescription()).contains("because");
    }

    @ParameterizedTest
    @MethodSource("walls")
    void whatIsCleanPasses(Wall wall) {
        List<Class<?>> clean = List.of(Ground.class, Detail.class, Entry.class);

        assertThat(isBroken(wall.rule().apply(PLANTED), clean)).isFalse();
    }

    @Test
    void whatIsBelowKnowsNoServer() {
        Walls.knowsNoServer(BELOW).check(CLASSES);
    }

    @Test
    void aServerBelowIsSeen() {
        assertThat(isBroken(Walls.knowsNoServer("io.sekisho.planted.."), List.of(KnowsSpring.class)))
                .isTrue();
        assertThat(isBroken(Walls.knowsNoServer("io.sekisho.planted.."), List.of(Plain.class)))
                .isFalse();
    }

    /** Spring Modulith sees the same modules, and finds nothing either. */
    @Test
    void theModulesAreThoseOfTheOrder() {
        ApplicationModules modules = ApplicationModules.of(SERVER, new ImportOption.DoNotIncludeTests());

        assertThat(modules.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(Walls.ORDER);
        modules.verify();
    }

    @Test
    void springModulithSeesAPlantedViolation() {
        ApplicationModules modules = ApplicationModules.of(PLANTED, new ImportOption.OnlyIncludeTests());

        assertThat(modules.detectViolations().getMessages())
                .anySatisfy(message -> assertThat(message).contains("LooksInside", "Detail"));
    }

    private static boolean isBroken(ArchRule rule, List<Class<?>> types) {
        return rule.evaluate(new ClassFileImporter().importClasses(types)).hasViolation();
    }
}
