package io.sekisho.wire.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.Map;
import java.util.Set;

/** What holds the wire together; each rule for any root package, so that it can be proved. */
final class Walls {

    /** Which package may use which; of those without a word to each other neither knows the other. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "json", Set.of(),
            "journal", Set.of(),
            "enrichment", Set.of(),
            "yaml", Set.of("json"),
            "event", Set.of("json"),
            "decision", Set.of("json", "event"),
            "policy", Set.of("json", "yaml", "event", "enrichment"),
            "mapping", Set.of("json", "yaml", "event"),
            "pseudonym", Set.of("json"),
            "record", Set.of());

    private Walls() {}

    static ArchRule dependsOnLittle(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        root + "..",
                        "io.sekisho.engine..",
                        "java..",
                        // The keyed hash of card numbers; part of java.base.
                        "javax.crypto..",
                        "tools.jackson.core..",
                        "org.yaml.snakeyaml..",
                        "de.siegmar.fastcsv..",
                        "org.jspecify.annotations.."))
                .because(
                        "servers, files and Flink read the wire alike: each dependency would have to run in all of them");
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
        return architecture.because(
                "a format is read without knowing what is written in it: JSON knows no event, and an "
                        + "event no policy");
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
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(known)
                .because("a new package takes its place among the layers, in this test and in ARCHITECTURE.md");
    }
}
