package io.sekisho.client;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The client brings no library into a shop, and runs on its JDK. */
final class NothingButTheJdkTest {

    /** Java 17, as class files count. */
    private static final int CLASS_FILE_VERSION = 61;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.sekisho.client");

    private static final ArchRule STANDS_ALONE = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.sekisho.client",
                    "java..",
                    // Part of java.base.
                    "javax.crypto..",
                    // Annotations that nobody needs at run time.
                    "org.jspecify.annotations"))
            .because("each library of a client is one that a shop may have in another version");

    @Test
    void dependsOnTheJdkOnly() {
        assertThat(CLASSES).hasSizeGreaterThan(50);
        STANDS_ALONE.check(CLASSES);
    }

    @Test
    void seesALibrary() {
        JavaClasses planted = new ClassFileImporter().importClasses(ContractTest.class);

        assertThat(STANDS_ALONE.evaluate(planted).hasViolation()).isTrue();
    }

    @Test
    void isCompiledForJava17() throws IOException {
        try (DataInputStream file =
                new DataInputStream(SekishoClient.class.getResourceAsStream("SekishoClient.class"))) {
            assertThat(file.readInt()).isEqualTo(0xCAFEBABE);
            assertThat(file.readUnsignedShort()).isZero();
            assertThat(file.readUnsignedShort()).isEqualTo(CLASS_FILE_VERSION);
        }
    }
}
