package dev.sandbank.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.sandbank.Sandbank;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an application is told of its bank by configuration. */
class PropertiesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void nameTheUrlsAndTheFirstClientOfProgramsInOrder() {
        assertThat(bank.properties("bank."))
                .containsExactly(
                        entry("bank.base-url", bank.baseUrl().toString()),
                        entry("bank.issuer", bank.issuer().toString()),
                        entry("bank.token-url", bank.tokenUrl().toString()),
                        entry("bank.client-id", "c3793a03-1234-4179"),
                        entry("bank.client-secret", "843f-6ad71454858b"));
    }

    @Test
    void skipClientsThatNoProgramCanBe() {
        try (Sandbank choosy = Sandbank.builder().fixtureText("""
                bank: apiture
                clients:
                  - {id: a-public-one, grants: [authorization_code], redirectUris: ["http://127.0.0.1/callback"], scopes: [openid]}
                  - {id: for-people, secret: for-people-1Xy, grants: [authorization_code], redirectUris: ["http://127.0.0.1/callback"], scopes: [openid]}
                  - {id: disabled, secret: disabled-1Xy, grants: [client_credentials], scopes: [], disabled: true}
                  - {id: program, secret: program-1Xy, grants: [client_credentials], scopes: []}
                """).start()) {
            assertThat(choosy.properties("")).containsEntry("client-id", "program");
        }
    }

    @Test
    void nameNoClientIfThereIsNone() {
        try (Sandbank lonely = Sandbank.builder().fixtureText("bank: apiture").start()) {
            assertThat(lonely.properties("")).containsOnlyKeys("base-url", "issuer", "token-url");
        }
    }

    @Test
    void nameAClientOfOnesChoice() {
        assertThat(bank.properties("my.bank.", "ledger-reader"))
                .containsEntry("my.bank.client-id", "ledger-reader")
                .containsEntry("my.bank.client-secret", "ledger-reader-7Qm2xV");
    }

    @Test
    void nameNoSecretOfAPublicClient() {
        assertThat(bank.properties("", "mobile-app"))
                .containsEntry("client-id", "mobile-app")
                .doesNotContainKey("client-secret");
    }

    @Test
    void doNotKnowAClientThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bank.properties("", "ledger-raeder"))
                .withMessageContaining("did you mean \"ledger-reader\"?");
    }

    @Test
    void areThoseOfAnEnvironment() {
        assertThat(bank.environment("cat").properties("bank."))
                .containsEntry("bank.client-id", "cat-suite")
                .containsEntry("bank.base-url", bank.baseUrl() + "/cat");
    }

    @Test
    void followThePublicUrlWhereTheIssuerDoes() {
        try (Sandbank behind = Sandbank.builder()
                .publicUrl(URI.create("https://bank.example.test"))
                .start()) {
            assertThat(behind.properties("").get("issuer")).startsWith("https://bank.example.test/");
        }
    }
}
