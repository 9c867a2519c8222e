package io.sekisho.simulator.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.Map;
import java.util.Set;

/** What keeps the simulator a world of its own; each rule for any root package, so that it can be proved. */
final class Walls {

    private static final String YAML = "org.yaml.snakeyaml..";

    /** Which package may use which; the root package puts them together and may use all. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "world", Set.of(),
            "stream", Set.of("world"),
            "stage", Set.of("world", "stream"),
            "shop", Set.of("world", "stream", "stage"),
            "attack", Set.of("world", "stream", "stage", "shop"),
            "trap", Set.of("world", "stream", "stage", "shop"),
            "incident", Set.of("world", "stream"));

    private Walls() {}

    static ArchRule dependsOnLittle(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        root + "..", "java..", "tools.jackson.core..", YAML, "org.jspecify.annotations.."))
                .because("it writes events as a shop would, without the code that will judge them: a mistake that both "
                        + "shared would not be seen");
    }

    static ArchRule readsYamlForIncidentsOnly(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".incident..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(YAML))
                .because("the stories of documented incidents are written down, the rest of the world is drawn");
    }

    static ArchRule keepsItsLayers(String root) {
        Architectures.LayeredArchitecture architecture = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true);
        for (String layer : MAY_USE.keySet()) {
            architecture = architecture.layer(layer).definedBy(root + "." + layer + "..");
        }
        for (Map.Entry<String, Set<String>> layer : MAY_USE.entrySet()) {
            architecture = layer.getValue().isEmpty()
                    ? architecture.whereLayer(layer.getKey()).mayNotAccessAnyLayer()
                    : architecture
                            .whereLayer(layer.getKey())
                            .mayOnlyAccessLayers(layer.getValue().toArray(String[]::new));
        }
        return architecture.because("a shop does not know who attacks it, and no attack knows the traps");
    }

    static ArchRule hasNoCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package");
    }

    /** A package that is in no layer would escape the rule of the layers. */
    static ArchRule hasNoPackageBesideTheLayers(String root) {
        String[] known =
                MAY_USE.keySet().stream().map(layer -> root + "." + layer).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(root + ".*..")
                .should()
                .resideInAnyPackage(known)
                .because("a new package takes its place among the layers, in this test and in ARCHITECTURE.md");
    }
}
