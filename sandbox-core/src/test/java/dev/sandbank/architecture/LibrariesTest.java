package dev.sandbank.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each library is known in one place. */
class LibrariesTest {

    private final JavaClasses code = Code.main();

    @ParameterizedTest
    @CsvSource({
        "io.javalin.., http",
        "org.eclipse.jetty.., http",
        "jakarta.servlet.., http",
        "com.google.re2j.., text",
        "com.nimbusds.., oidc.sign",
        "gg.jte.., [oidc|explain].page",
        "org.h2.., store",
        "java.sql.., store",
        "javax.sql.., store",
        "org.snakeyaml.., fixture",
        "picocli.., cli"
    })
    void isKnownInOnePackage(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sandbank.internal." + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(code);
    }

    @Test
    void ofDatabasesIsKnownInOneClass() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.sandbank.internal.store.Database")
                .and()
                .resideOutsideOfPackage("dev.sandbank.internal.store.Database$")
                .and()
                .haveNameNotMatching(".*\\.store\\.Database\\$.*")
                .and()
                .haveNameNotMatching(".*\\.store\\.(StoreException|Statements(\\$.*)?)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql", "org.h2..")
                .check(code);
    }

    @Test
    void ofJsonIsToTheModelNoMoreThanTrees() {
        classes()
                .that()
                .resideInAPackage("dev.sandbank.internal.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "org.jspecify.annotations",
                        "dev.sandbank",
                        "dev.sandbank.internal.model..",
                        "dev.sandbank.internal.text",
                        "com.fasterxml.jackson.databind",
                        "com.fasterxml.jackson.databind.node")
                .check(code);
    }

    @Test
    void isAskedForNoDriverManager() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .check(code);
    }

    @Test
    void hasNullnessInEveryPackage() throws ClassNotFoundException {
        for (String name :
                code.stream().map(type -> type.getPackageName()).distinct().toList()) {
            Class<?> info = Class.forName(name + ".package-info");
            assertThat(info.getAnnotations())
                    .as(name)
                    .extracting(annotation -> annotation.annotationType().getSimpleName())
                    .contains("NullMarked");
        }
    }
}
