package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Http;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Witness;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithSandbank("apiture")
class ParametersTest {

    @Test
    void areTokensOfAClient(Sandbank bank, @TokenFor("ada-batch") String token) {
        assertThat(Http.get(bank.url("listAccounts"), token)).contains(200);
        assertThat(bank.journal().lastCall().decision().client()).isEqualTo("ada-batch");
    }

    @Test
    void areTokensOfAUserWhoSignedIn(Sandbank bank, @TokenFor(client = "mobile-app", user = "bob") String token) {
        assertThat(Http.get(bank.url("listAccounts"), token)).contains(200);
        assertThat(bank.journal().lastCall().decision().client()).isEqualTo("mobile-app");
        assertThat(bank.journal().lastCall().decision().subject()).isEqualTo("user bob");
    }

    @Test
    @WithSandbank("dev/sandbank/fixtures/examples/talerwerk/fixture.yaml")
    void areTokensOfAUserWhoConsentsToAPart(
            Sandbank bank,
            @TokenFor(client = "budget-app", user = "jon") String all,
            @TokenFor(client = "budget-app", user = "jon", consent = "wa_Jon0000002") String one) {
        URI wallets = bank.url("listConnectedWallets");

        assertThat(Http.body(wallets, all)).contains("wa_Jon0000001", "wa_Jon0000002");
        assertThat(Http.body(wallets, one)).contains("wa_Jon0000002").doesNotContain("wa_Jon0000001");
    }

    @Test
    void areTokensWithAPartOfTheScopes(
            Sandbank bank, @TokenFor(client = "ada-batch", scopes = "data/read") String token) {
        assertThat(Http.get(bank.url("listAccounts"), token)).contains(403);
        assertThat(bank.journal().lastCall().decision().held()).containsExactly("data/read");
    }

    @Test
    void areTokensOfAnEnvironment(Sandbank bank, @TokenFor(client = "cat-suite", environment = "cat") String token) {
        assertThat(Http.get(bank.environment("cat").url("listAccounts"), token)).contains(200);
        assertThat(Http.get(bank.url("listAccounts"), token)).contains(401);
    }

    @Test
    void areATokenOfItsOwnEach(
            Sandbank bank, @TokenFor("ada-batch") String one, @TokenFor(client = "ada-batch") String other) {
        bank.tokens().revoke(one);

        assertThat(Http.get(bank.url("listAccounts"), other)).contains(200);
    }

    @Test
    void areTheBaseUrlAndTheIssuer(Sandbank bank, @BaseUrl URI base, @Issuer URI issuer) {
        assertThat(base).isEqualTo(bank.baseUrl());
        assertThat(issuer).isEqualTo(bank.issuer());
    }

    @Test
    void areTheBaseUrlAndTheIssuerOfAnEnvironment(
            Sandbank bank, @BaseUrl(environment = "cat") URI base, @Issuer(environment = "cat") URI issuer) {
        assertThat(base).isEqualTo(bank.environment("cat").baseUrl()).isNotEqualTo(bank.baseUrl());
        assertThat(issuer).isEqualTo(bank.environment("cat").issuer()).isNotEqualTo(bank.issuer());
    }

    @Test
    @ExtendWith(OtherUris.class)
    void areNotAUriWithoutAMark(URI somebodyElses, @BaseUrl URI ours, Sandbank bank) {
        assertThat(somebodyElses).hasToString("other:extension");
        assertThat(ours).isEqualTo(bank.baseUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = "argument")
    void standBehindTheArgumentsOfAParameterizedTest(String argument, @TokenFor("ada-batch") String token) {
        assertThat(argument).isEqualTo("argument");
        assertThat(token).isNotEmpty().isNotEqualTo(argument);
    }

    @Test
    void areOfTheSandboxOfTheTestInLifecycleMethodsToo() {
        SampleRun run = SampleRun.passing(EverywhereInATest.class);

        assertThat(run.sandboxes("test")).hasSize(1);
        assertThat(run.sandboxes()).hasSize(2);
    }

    @Test
    void shareASandboxAsAParameterOfBeforeAll() {
        SampleRun run = SampleRun.passing(AskingInBeforeAll.class);

        assertThat(run.sandboxes()).hasSize(1);
    }

    @Sample
    @WithSandbank("apiture")
    static class EverywhereInATest {

        private String early;

        @BeforeEach
        void setUp(@TokenFor("ada-batch") String token) {
            early = token;
        }

        @Test
        void test(Sandbank bank, Witness witness) {
            witness.sees(bank);
            assertThat(Http.get(bank.url("listAccounts"), early)).contains(200);
        }

        @AfterEach
        void tearDown(Sandbank bank, @TokenFor("ada-batch") String late) {
            assertThat(Http.get(bank.url("listAccounts"), late)).contains(200);
        }

        @Nested
        class Inner {

            @Test
            void inner(Sandbank bank, @TokenFor("ada-batch") String token, Witness witness) {
                witness.sees(bank);
                assertThat(Http.get(bank.url("listAccounts"), token)).contains(200);
                assertThat(Http.get(bank.url("listAccounts"), early)).contains(200);
            }
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class AskingInBeforeAll {

        private static URI shared;

        @BeforeAll
        static void setUpAll(@BaseUrl URI base) {
            shared = base;
        }

        @Test
        void one(Sandbank bank, Witness witness) {
            witness.sees(bank);
            assertThat(bank.baseUrl()).isEqualTo(shared);
        }

        @Test
        void other(Sandbank bank, Witness witness) {
            witness.sees(bank);
            assertThat(bank.baseUrl()).isEqualTo(shared);
        }
    }

    static final class OtherUris implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == URI.class && !parameter.isAnnotated(BaseUrl.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return URI.create("other:extension");
        }
    }
}
