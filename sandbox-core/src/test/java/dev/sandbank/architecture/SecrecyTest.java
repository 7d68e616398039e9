package dev.sandbank.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps secrets secret, and cannot be seen from outside. */
class SecrecyTest {

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("BEGIN [A-Z ]*PRIVATE KEY|[\"']?\\bd[\"']?\\s*:\\s*[\"']?[A-Za-z0-9_-]{40,}");
    private static final List<Path> ALL_THERE_IS = List.of(
            Path.of("src"),
            Path.of("target", "classes"),
            Path.of("..", "fixtures"),
            Path.of("..", "docs"),
            Path.of("..", "sandbox-junit-extension", "src"),
            Path.of("..", "integration-tests", "src"));

    @Test
    void noPrivateKeyIsInTheRepositoryOrTheJar() throws IOException {
        for (Path root : ALL_THERE_IS) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertThat(PRIVATE_KEY.matcher(text).find())
                            .as(file.toString())
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oidc.client.AuthenticateClient",
                "oidc.authorize.SignInEndpoints$Passwords",
                "oidc.grant.Pkce",
                "control.api.ControlGuard"
            })
    void secretsAreComparedInConstantTime(String comparing) {
        classes()
                .that()
                .haveFullyQualifiedName("dev.sandbank.internal." + comparing)
                .should()
                .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                .check(Code.main());
    }

    @Test
    void nobodyConnectsToAServerButTheDemoTheHealthCheckAndTheCourier() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sandbank.internal.cli.demo")
                .and()
                .doNotHaveFullyQualifiedName("dev.sandbank.internal.cli.HealthCheck")
                .and()
                .haveNameNotMatching("dev\\.sandbank\\.internal\\.remote\\.RemoteApi(\\$.*)?")
                .and()
                .doNotHaveFullyQualifiedName("dev.sandbank.internal.webhook.send.SharedHttp")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.http.HttpClient")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URLConnection")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.HttpURLConnection")
                .orShould()
                .callMethod(URI.class, "toURL")
                .check(Code.main());
    }

    /** Whoever opens what others encrypted works as long as they want. */
    @Test
    void nothingThatIsEncryptedIsOpened() {
        noClasses()
                .that()
                .resideInAPackage("dev.sandbank..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("com\\.nimbusds\\..*(Decrypter|PasswordBased).*")
                .check(Code.main());
    }
}
