package io.sekisho.server.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import java.util.List;

/** What keeps the server's modules apart; each rule for any root package, so that it can be proved. */
final class Walls {

    /** Each may use those before it. */
    static final List<String> ORDER = List.of(
            "platform",
            "privacy",
            "audit",
            "access",
            "catalog",
            "intake",
            "decision",
            "gate",
            "projection",
            "notice",
            "pages",
            "demo");

    private Walls() {}

    static ArchRule keepsItsOrder(String root) {
        Architectures.LayeredArchitecture architecture = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true);
        for (String module : ORDER) {
            architecture = architecture.layer(module).definedBy(root + "." + module + "..");
        }
        for (String module : ORDER) {
            List<String> before = ORDER.subList(0, ORDER.indexOf(module));
            architecture = before.isEmpty()
                    ? architecture.whereLayer(module).mayNotAccessAnyLayer()
                    : architecture.whereLayer(module).mayOnlyAccessLayers(before.toArray(String[]::new));
        }
        return architecture.because("a module is understood from those before it alone");
    }

    static ArchRule hasNoCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("modules that need each other are one module");
    }

    /** A module that is not in the order would escape its rule. */
    static ArchRule hasNoModuleBeside(String root) {
        String[] known =
                ORDER.stream().map(module -> root + "." + module + "..").toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(root + ".*..")
                .should()
                .resideInAnyPackage(known)
                .because("a new module takes its place in the order, in this test and in ARCHITECTURE.md");
    }

    /** The root package puts the modules together; they do not know it. */
    static ArchRule isNotKnownFromBelow(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root)
                .because("what starts a module cannot be what it stands on");
    }

    /** What a module shows stands in its own package; its sub-packages are its own affair. */
    static ArchRule hidesSubPackages(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(usedFromTheirOwnModule(root))
                .because("each module has one public way in");
    }

    /** For the modules of Maven below the server. */
    static ArchRule knowsNoServer(String... roots) {
        return noClasses()
                .that()
                .resideInAnyPackage(roots)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "io.vertx..",
                        "java.sql..",
                        "javax.sql..",
                        "io.sekisho.server.."))
                .because("files, a command and Flink decide with the same code, and have no server");
    }

    private static ArchCondition<JavaClass> usedFromTheirOwnModule(String root) {
        DescribedPredicate<JavaClass> hidden = DescribedPredicate.describe("hidden", type -> depth(root, type) > 1);
        return new ArchCondition<>("use no sub-package of another module") {

            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(use -> hidden.test(use.getTargetClass()))
                        .filter(use -> !module(root, user).equals(module(root, use.getTargetClass())))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    /** How many packages below the root; 0 for what is not below it. */
    private static int depth(String root, JavaClass type) {
        return type.getPackageName().startsWith(root + ".")
                ? type.getPackageName().substring(root.length() + 1).split("[.]", -1).length
                : 0;
    }

    private static String module(String root, JavaClass type) {
        return depth(root, type) == 0
                ? ""
                : type.getPackageName().substring(root.length() + 1).split("[.]", -1)[0];
    }
}
