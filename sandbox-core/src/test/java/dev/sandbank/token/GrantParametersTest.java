package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.ControlCall.control;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandbank.Sandbank;
import dev.sandbank.internal.oidc.grant.GrantType;
import dev.sandbank.internal.oidc.grant.GrantType.Parameter;
import dev.sandbank.internal.oidc.grant.Grants;
import dev.sandbank.testing.BuiltIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a grant declares of its parameters holds wherever they are sent; what no grant declares is taken for a secret. */
class GrantParametersTest {

    private static final String VALUE = "Zx9Q-the-value-of-a-parameter";

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    static Stream<GrantType> grants() throws IOException {
        return Grants.offered(names()).stream();
    }

    /** Those that the schema lets a dialect offer. */
    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        new ObjectMapper()
                .readTree(read(Path.of("..", "fixtures", "schemas", "dialect.schema.json")))
                .at("/properties/issuer/properties/grants/items/enum")
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(Path.of(System.getProperty("basedir", ".")).resolve(file));
    }

    @Test
    void areDeclaredByEveryGrantThatADialectCanOffer() throws IOException {
        assertThat(grants().map(GrantType::name)).isNotEmpty().containsExactlyInAnyOrderElementsOf(names());
    }

    @ParameterizedTest
    @MethodSource("grants")
    void areRefusedInTheQueryOrNot(GrantType grant) {
        for (Parameter parameter : grant.request()) {
            String told = tokenRequest(bank, "grant_type", grant.name())
                    .query(parameter.name(), VALUE)
                    .send()
                    .text("/error_description");

            String misplaced = parameter.name() + " belongs in the form, not in the query";
            assertThat(told.equals(misplaced)).as(parameter.name()).isEqualTo(parameter.formOnly());
        }
    }

    @ParameterizedTest
    @MethodSource("grants")
    void areShownToTestsOrShortened(GrantType grant) {
        for (Parameter parameter : grant.request()) {
            String sent = tokenRequest(bank, "grant_type", grant.name(), parameter.name(), VALUE)
                    .send()
                    .exchange()
                    .requestBody();

            assertThat(sent).endsWith(parameter.name() + "=" + (parameter.secret() ? "Zx9Q…" : VALUE));
        }
    }

    @Test
    void areSecretIfTheyLetSomebodyIn() {
        assertThat(Grants.secrecy())
                .containsAllEntriesOf(Map.of(
                        "code",
                        true,
                        "code_verifier",
                        true,
                        "refresh_token",
                        true,
                        "access_token",
                        true,
                        "id_token",
                        true));
    }

    @Test
    void ofAReplyAreShownOrShortenedToo() {
        String told = clientCredentials(bank, BuiltIn.APITURE.client())
                .send()
                .exchange()
                .replyBody();

        assertThat(told)
                .contains("\"token_type\":\"Bearer\"", "\"expires_in\":")
                .containsPattern("\"access_token\":\"\\w{4}…\"");
    }

    @Test
    void ofAGrantThatNobodyKnowsAreShortened() {
        String exchange = "urn:ietf:params:oauth:grant-type:token-exchange";

        assertThat(tokenRequest(bank, "grant_type", exchange, "subject_token", VALUE, "actor", VALUE))
                .hasStatus(401);

        String told = control(bank, "GET", "/calls").send().body();
        assertThat(told).contains("subject_token=Zx9Q…&actor=Zx9Q…").doesNotContain(VALUE.substring(4));
        assertThat(bank.journal().calls().toString()).doesNotContain(VALUE.substring(4));
    }

    @Test
    void areAllThatTheGrantsRead() throws IOException {
        for (GrantType grant : grants().toList()) {
            Set<String> declared = grant.request().stream().map(Parameter::name).collect(Collectors.toSet());

            assertThat(declared).as(grant.name()).containsAll(read(grant));
        }
    }

    /** The parameters that the source of a grant asks a request for by name; its handler is made where it is declared. */
    private static Set<String> read(GrantType grant) throws IOException {
        String maker = grant.handler().getClass().getName().split("\\$\\$", 2)[0];
        Path file = Path.of("src", "main", "java").resolve(maker.replace('.', '/') + ".java");
        return Pattern.compile("call\\.parameter\\(\"(\\w+)\"\\)")
                .matcher(read(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
