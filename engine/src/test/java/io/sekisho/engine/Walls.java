package io.sekisho.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.NullMarked;

/** What keeps the engine a pure, deterministic machine; each rule for any root package, so that it can be proved. */
final class Walls {

    /** From the lowest to the highest; those of one line do not know each other. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("event"),
            List.of("problem", "state"),
            List.of("expression"),
            List.of("feature"),
            List.of("rule"),
            List.of("policy"),
            List.of("decision"));

    /** Of java.lang.Math only what is exact, or rounded as IEEE 754 prescribes. */
    private static final Set<String> EXACT_MATH = Set.of(
            "abs",
            "min",
            "max",
            "floorDiv",
            "floorMod",
            "ceilDiv",
            "addExact",
            "subtractExact",
            "multiplyExact",
            "negateExact",
            "toIntExact",
            "multiplyHigh",
            "unsignedMultiplyHigh",
            "signum",
            "sqrt",
            "round",
            "floor",
            "ceil",
            "clamp");

    private Walls() {}

    static ArchRule doesNoIo(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels.."))
                .because("the engine decides from what it is given; whoever calls it reads and writes");
    }

    static ArchRule readsNoClock(String root) {
        Set<String> clocks = Set.of("java.time.Clock", "java.time.InstantSource", "java.util.Date");
        BiPredicate<String, String> isClock = (owner, method) -> clocks.contains(owner)
                || (owner.startsWith("java.time.") && method.equals("now"))
                || (owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime").contains(method));
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should(use("a clock", isClock))
                .because("time comes with the event, so that a replay gives the same decisions");
    }

    static ArchRule rollsNoDice(String root) {
        Set<String> dice = Set.of(
                "java.util.Random",
                "java.util.SplittableRandom",
                "java.security.SecureRandom",
                "java.util.concurrent.ThreadLocalRandom");
        BiPredicate<String, String> isDice = (owner, method) -> dice.contains(owner)
                || owner.startsWith("java.util.random.")
                || method.equals("randomUUID")
                || method.equals("shuffle")
                || (owner.endsWith("Math") && method.equals("random"));
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should(use("chance", isDice))
                .because("the same events give the same decisions; what is drawn is drawn at the edge and stored");
    }

    static ArchRule asksNothingOfItsSurroundings(String root) {
        BiPredicate<String, String> isSurroundings = (owner, method) -> (owner.equals("java.lang.System")
                        && Set.of("getenv", "getProperty", "identityHashCode").contains(method))
                || Set.of("getDefault", "systemDefault", "defaultCharset").contains(method);
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should(use("the machine's settings", isSurroundings))
                .because("a decision does not depend on the machine on which it is taken");
    }

    static ArchRule logsNothing(String root) {
        ArchRule noLogger = noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.apache.commons.logging.."))
                .because("what the engine has to say stands in the assessment");
        ArchRule noPrint = noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should(use(
                        "the console",
                        (owner, member) -> owner.equals("java.lang.System")
                                && Set.of("out", "err", "getLogger", "console").contains(member)))
                .because("what the engine has to say stands in the assessment");
        return CompositeArchRule.of(noLogger).and(noPrint);
    }

    static ArchRule knowsNoThreads(String root) {
        Set<String> threads = Set.of("java.lang.Thread", "java.lang.ThreadLocal", "java.lang.Runtime");
        BiPredicate<String, String> isThread = (owner, method) -> threads.contains(owner)
                || owner.startsWith("java.util.concurrent.")
                || (owner.equals("java.lang.Object")
                        && Set.of("wait", "notify", "notifyAll").contains(method));
        ArchRule noThreads = noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should(use("threads", isThread))
                .because("one thread owns an engine: whoever has several gives each its own");
        ArchRule noLocks = noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .haveModifier(JavaModifier.SYNCHRONIZED)
                .allowEmptyShould(true)
                .because("one thread owns an engine: a lock would only hide that two use it");
        return CompositeArchRule.of(noThreads).and(noLocks);
    }

    static ArchRule computesExactly(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should(use(
                        "inexact Math",
                        (owner, method) -> owner.equals("java.lang.Math") && !EXACT_MATH.contains(method)))
                .because("Math.exp and its like may differ in the last digit between machines; use StrictMath");
    }

    static ArchRule dependsOnLittle(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        root + "..",
                        "java..",
                        "dev.cel..",
                        // The lists of cel's syntax trees.
                        "com.google.common.collect..",
                        "com.google.errorprone.annotations..",
                        "org.jspecify.annotations.."))
                .because("the engine runs in servers, files and Flink: each dependency would have to as well");
    }

    static ArchRule keepsItsLayers(String root) {
        Architectures.LayeredArchitecture architecture = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true);
        List<String> below = new ArrayList<>();
        for (List<String> line : LAYERS) {
            for (String layer : line) {
                architecture = architecture.layer(layer).definedBy(root + "." + layer + "..");
            }
        }
        for (List<String> line : LAYERS) {
            for (String layer : line) {
                architecture = below.isEmpty()
                        ? architecture.whereLayer(layer).mayNotAccessAnyLayer()
                        : architecture.whereLayer(layer).mayOnlyAccessLayers(below.toArray(String[]::new));
            }
            below.addAll(line);
        }
        return architecture.because(
                "each package may use only those before it, so that each can be read without the next");
    }

    /** A package that is in no layer would escape the rule of the layers. */
    static ArchRule hasNoPackageBesideTheLayers(String root) {
        String[] known = LAYERS.stream()
                .flatMap(List::stream)
                .map(layer -> root + "." + layer)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(known)
                .because("a new package takes its place among the layers, in this test and in ARCHITECTURE.md");
    }

    static ArchRule hasNoCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package");
    }

    static ArchRule saysWhatMayBeNull(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("be in a package with a package-info that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean isMarked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, isMarked, type.getName() + " is in an unmarked package"));
                    }
                })
                .because("absence is declared, and a package says what it is for");
    }

    /** Calls, references to methods, constructors and fields: whatever of another class is used. */
    private static ArchCondition<JavaClass> use(String what, BiPredicate<String, String> isBanned) {
        return new ArchCondition<>("use " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<JavaAccess<?>> accesses = new ArrayList<>(type.getAccessesFromSelf());
                accesses.addAll(type.getMethodReferencesFromSelf());
                accesses.addAll(type.getConstructorReferencesFromSelf());
                for (JavaAccess<?> access : accesses) {
                    if (isBanned.test(
                            access.getTargetOwner().getName(),
                            access.getTarget().getName())) {
                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
                    }
                }
            }
        };
    }
}
