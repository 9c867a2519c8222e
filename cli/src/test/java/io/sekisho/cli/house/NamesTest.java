package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are the field's words. */
final class NamesTest {

    private static final Pattern HOLLOW_TYPE = Pattern.compile(".+(Manager|Helper|Utils?|Impl|Data|Info)");
    private static final Set<String> HOLLOW_PACKAGES =
            Set.of("util", "utils", "common", "misc", "helper", "helpers", "impl", "internal", "model", "dto");
    private static final Pattern GETTER = Pattern.compile("get[A-Z].*");

    private static final Rule<JavaSource> TYPES = new Rule<>(
            "a name that fits every class says nothing about this one; call it what it is in the shop",
            source -> source.types().stream()
                    .filter(type -> HOLLOW_TYPE.matcher(type.name()).matches())
                    .map(type -> source.finding(type.line(), "the name " + type.name() + " is hollow")));

    private static final Rule<JavaSource> PACKAGES = new Rule<>(
            "what belongs together stands together, and nothing belongs to a drawer for everything",
            source -> Arrays.stream(source.packageName().split("[.]"))
                    .filter(HOLLOW_PACKAGES::contains)
                    .map(word -> source.finding(0, "the package name " + word + " is hollow")));

    private static final Rule<JavaSource> ACCESSORS = new Rule<>(
            "an accessor is called like the thing that it gives, as those of records are",
            source -> source.methods().stream()
                    .filter(method -> GETTER.matcher(method.name()).matches())
                    .filter(method -> !method.isOverriding() && method.parameters() == 0)
                    .map(method -> source.finding(method.line(), method.name() + " begins with get")));

    private static final Rule<JavaSource> FILES = new Rule<>(
            "a type is found by the name of its file",
            source -> source.isPackageInfo()
                    ? Stream.empty()
                    : Stream.of(source)
                            .filter(file -> file.types().stream()
                                    .noneMatch(type -> type.name().equals(file.simpleName())))
                            .map(file -> file.finding(0, "holds no type " + file.simpleName())));

    @Test
    void noTypeHasAHollowName() {
        TYPES.holdsFor(Repository.java());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OrderManager", "OrderHelper", "OrderUtil", "OrderUtils", "OrderImpl", "OrderData", "OrderInfo"})
    void seesAHollowName(String name) {
        assertThat(TYPES.findings(planted("final class A { record " + name + "() {} }")))
                .hasSize(1);
        assertThat(TYPES.findings(planted("final class A { record Information() {} }")))
                .isEmpty();
    }

    @Test
    void noPackageHasAHollowName() {
        PACKAGES.holdsFor(Repository.java());
    }

    @Test
    void seesAHollowPackage() {
        assertThat(PACKAGES.findings(planted("package io.sekisho.wire.util;\nfinal class A {}")))
                .hasSize(1);
        assertThat(PACKAGES.findings(planted("package io.sekisho.wire.utility;\nfinal class A {}")))
                .isEmpty();
    }

    @Test
    void noAccessorBeginsWithGet() {
        ACCESSORS.holdsFor(Repository.main());
    }

    @Test
    void seesAGetter() {
        assertThat(ACCESSORS.findings(planted("final class A { int getSize() { return 1; } }")))
                .hasSize(1);
        assertThat(ACCESSORS.findings(planted("final class A { @Override public int getSize() { return 1; }"
                        + " int get() { return 1; } int getaway() { return 1; } int getAt(int at) { return 1; } }")))
                .isEmpty();
    }

    @Test
    void everyFileHoldsTheTypeOfItsName() {
        FILES.holdsFor(Repository.java());
    }

    @Test
    void seesAFileOfAnotherName() {
        assertThat(FILES.findings(planted("final class B {}"))).hasSize(1);
        assertThat(FILES.findings(planted("final class A {}"))).isEmpty();
    }

    private static JavaSource planted(String text) {
        return JavaParser.planted("wire/src/main/java/A.java", text);
    }
}
