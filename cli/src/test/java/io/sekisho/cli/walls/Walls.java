package io.sekisho.cli.walls;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.Map;
import java.util.Set;

/** What keeps the commands apart; each rule for any root package, so that it can be proved. */
final class Walls {

    private static final String CONSOLE = "console";

    /** Which command may use which beside the console; the root package starts them and may use all. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry(CONSOLE, Set.of()),
            Map.entry("imports", Set.of(CONSOLE)),
            Map.entry("key", Set.of(CONSOLE)),
            Map.entry("policy", Set.of(CONSOLE)),
            Map.entry("score", Set.of(CONSOLE)),
            Map.entry("serve", Set.of(CONSOLE)),
            Map.entry("simulate", Set.of(CONSOLE)),
            Map.entry("verify", Set.of(CONSOLE)),
            // Both read the policy directory as policy check does, and print its problems alike.
            Map.entry("replay", Set.of(CONSOLE, "policy")),
            Map.entry("story", Set.of(CONSOLE, "policy", "score")),
            // It starts a server of its own, and checks as serve does what was asked.
            Map.entry("demo", Set.of(CONSOLE, "serve")));

    private Walls() {}

    static ArchRule keepsCommandsApart(String root) {
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
        return architecture.because("a command is changed without reading another; what two need is the console's");
    }

    static ArchRule hasNoCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package");
    }

    /** A package that is in no layer would escape the rule of the layers. */
    static ArchRule hasNoPackageBesideTheCommands(String root) {
        String[] known =
                MAY_USE.keySet().stream().map(layer -> root + "." + layer).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(root + ".*..")
                .should()
                .resideInAnyPackage(known)
                .because("a new command takes its place in this test and in ARCHITECTURE.md");
    }

    /** For the modules below the command line. */
    static ArchRule knowsNoCommandLine(String... roots) {
        return noClasses()
                .that()
                .resideInAnyPackage(roots)
                .should()
                .dependOnClassesThat(resideInAnyPackage("picocli..", "io.sekisho.cli.."))
                .because("the server and Flink use these modules, and have no command line");
    }

    /** For the modules below the command line. */
    static ArchRule printsNothing(String... roots) {
        ArchRule noStream = noClasses()
                .that()
                .resideInAnyPackage(roots)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("only the command line speaks to people");
        ArchRule noConsole = noClasses()
                .that()
                .resideInAnyPackage(roots)
                .should()
                .callMethod(System.class, "console")
                .orShould()
                .callMethodWhere(target(name("printStackTrace")))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j.."))
                .because("only the command line speaks to people");
        return CompositeArchRule.of(noStream).and(noConsole);
    }
}
