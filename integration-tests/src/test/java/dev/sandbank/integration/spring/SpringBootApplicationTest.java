package dev.sandbank.integration.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.integration.Resources;
import dev.sandbank.integration.TinySite;
import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A Spring Boot application that knows no more of the bank than its issuer. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SpringBootApplicationTest {

    private static final TinySite ELSEWHERE =
            TinySite.open().with("/goodbye", TinySite.page("text/html", "<title>Goodbye</title>"));
    private static final String GOODBYE = ELSEWHERE.url("/goodbye").toString();
    private static final Sandbank BANK = Sandbank.builder()
            .fixtureText(Resources.text("portal-fixture.yaml").replace("GOODBYE", GOODBYE))
            .start();
    private static final Map<String, String> ADA = Map.of("username", "ada", "password", "correct horse");

    private final Visitor visitor = new Visitor();
    private final URI portal;

    SpringBootApplicationTest(@LocalServerPort int port) {
        this.portal = URI.create("http://127.0.0.1:" + port + "/");
    }

    @DynamicPropertySource
    static void tellWhereTheBankIs(DynamicPropertyRegistry properties) {
        properties.add("bank.issuer", BANK::issuer);
        properties.add("bank.goodbye", () -> GOODBYE);
    }

    @AfterAll
    static void close() {
        BANK.close();
        ELSEWHERE.close();
    }

    @Test
    void acceptsTheBanksToken() {
        ApiCaller caller = ApiCaller.of(BANK, "reporting", "reporting-8Hw3zN");

        assertThat(caller.get(portal.resolve("/api/accounts")))
                .returns(200, ApiCaller.Answer::status)
                .returns("accounts for reporting", ApiCaller.Answer::body);
    }

    @Test
    void refusesACallWithoutToken() {
        assertThat(ApiCaller.withToken("").get(portal.resolve("/api/accounts")).status())
                .isEqualTo(401);
    }

    @Test
    void refusesATokenThatSomebodyChanged() {
        ApiCaller caller = ApiCaller.of(BANK, "reporting", "reporting-8Hw3zN").withChangedToken();

        assertThat(caller.get(portal.resolve("/api/accounts")))
                .returns(401, ApiCaller.Answer::status)
                .extracting(ApiCaller.Answer::challenge)
                .asString()
                .contains("invalid_token", "signature");
    }

    @Test
    void refusesATokenThatLacksTheScope() {
        ApiCaller caller = ApiCaller.of(BANK, "reporting", "reporting-8Hw3zN");

        assertThat(caller.get(portal.resolve("/api/transfers")))
                .returns(403, ApiCaller.Answer::status)
                .extracting(ApiCaller.Answer::challenge)
                .asString()
                .contains("insufficient_scope");
    }

    @Test
    void greetsByNameWhoeverSignedInAtTheBank() {
        Document login = visitor.open(portal);

        Document home = visitor.press("login", login, ADA);

        assertThat(login.location()).startsWith(BANK.baseUrl().toString());
        assertThat(home.location()).startsWith(portal.toString());
        assertThat(home.expectFirst("#name").text()).isEqualTo("Ada Byron");
    }

    @Test
    void isToldThatThePersonDidNotWantTo() {
        Document login = visitor.open(portal);

        Document refused = visitor.press("deny", login, Map.of());

        assertThat(refused.expectFirst("#why").text()).isEqualTo("access_denied");
    }

    @Test
    void signsPeopleOutAtTheBankToo() {
        Document home = visitor.press("login", visitor.open(portal), ADA);

        Document goodbye = visitor.press("sign-out", home, Map.of());

        assertThat(goodbye.location()).isEqualTo(GOODBYE);
        assertThat(visitor.open(portal).title()).startsWith("Sign in");
    }

    @Test
    void letsPeopleBackInWithoutPasswordWhileTheBankKnowsThem() {
        visitor.press("login", visitor.open(portal), ADA);

        Document home = visitor.open(portal.resolve("/oauth2/authorization/bank"));

        assertThat(home.expectFirst("#name").text()).isEqualTo("Ada Byron");
    }
}
