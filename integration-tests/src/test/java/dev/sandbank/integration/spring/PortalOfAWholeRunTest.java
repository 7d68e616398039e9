package dev.sandbank.integration.spring;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.SandbankProperties;
import dev.sandbank.junit.TokenFor;
import dev.sandbank.junit.WithSandbank;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An application that is started once and used by several test classes, and so is its bank. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "bank.goodbye=http://127.0.0.1/goodbye")
@WithSandbank(value = "portal-of-a-run.yaml", lifetime = Lifetime.JVM)
@SandbankProperties
class PortalOfAWholeRunTest {

    private static final Set<URI> PORTALS = ConcurrentHashMap.newKeySet();
    private static final Set<URI> BANKS = ConcurrentHashMap.newKeySet();

    @AfterAll
    static void hasBeenOneForAll() {
        assertThat(PORTALS).hasSize(1);
        assertThat(BANKS).hasSize(1);
    }

    @Nested
    class InOneClass {

        @RepeatedTest(3)
        void acceptsTheBanksToken(Sandbank bank, @LocalServerPort int port) {
            acceptsTokensOf(bank, port);
        }
    }

    @Nested
    class InAnotherClass {

        @RepeatedTest(3)
        void stillAcceptsTheBanksToken(Sandbank bank, @LocalServerPort int port) {
            acceptsTokensOf(bank, port);
        }

        @RepeatedTest(2)
        void knowsWhereTheBankIs(
                @Value("${bank.token-url}") URI tokens, Sandbank bank, @TokenFor("reporting") String token) {
            assertThat(tokens).isEqualTo(bank.tokenUrl());
            assertThat(token).isNotEmpty();
        }
    }

    private static void acceptsTokensOf(Sandbank bank, int port) {
        URI portal = URI.create("http://127.0.0.1:" + port + "/");
        PORTALS.add(portal);
        BANKS.add(bank.baseUrl());
        ApiCaller caller = ApiCaller.of(bank, "reporting", "reporting-8Hw3zN");

        assertThat(caller.get(portal.resolve("/api/accounts")).status()).isEqualTo(200);

        assertThat(bank).tokenRequests().by("reporting").wereAllowed().hasSize(1);
        bank.client("reporting").disable();
    }
}
