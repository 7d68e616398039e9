package dev.sandbank.environments;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one environment issues is nothing to another, though client and user have the same names there. */
class TokensOfEnvironmentsTest {

    private static final String PAIRS = "dev.sandbank.environments.ThreeEnvironments#pairs";

    @AutoClose
    private final ThreeEnvironments all = new ThreeEnvironments();

    @ParameterizedTest
    @MethodSource(PAIRS)
    void opensNothingElsewhere(String own, String other) {
        String token = all.clientToken(own).text("/access_token");
        String usersToken = all.signIn(own).text("/access_token");

        assertThat(all.accounts(own, token)).hasStatus(200).has("/count", 2);
        assertThat(all.accounts(own, usersToken)).hasStatus(200).has("/count", 1);
        assertThat(all.accounts(other, token)).hasStatus(401).wasRefused(DenialReason.TOKEN_UNKNOWN);
        assertThat(all.accounts(other, usersToken)).hasStatus(401).wasRefused(DenialReason.TOKEN_UNKNOWN);
        assertThat(all.get(own + "/oidc/userinfo").bearer(usersToken)).hasStatus(200);
        assertThat(all.get(other + "/oidc/userinfo").bearer(usersToken)).hasStatus(401);
    }

    @ParameterizedTest
    @MethodSource(PAIRS)
    void isInactiveElsewhereAndCannotBeRevokedThere(String own, String other) {
        Answer signedIn = all.signIn(own);

        for (String name : new String[] {"access_token", "refresh_token"}) {
            String token = signedIn.text("/" + name);
            assertThat(ask(other, "introspect", token)).hasStatus(200).hasBody("{\"active\":false}");
            assertThat(ask(other, "revoke", token)).hasStatus(200);
            assertThat(ask(own, "introspect", token)).has("/active", true);
        }
        assertThat(all.accounts(own, signedIn.text("/access_token"))).hasStatus(200);
    }

    @ParameterizedTest
    @MethodSource(PAIRS)
    void cannotBeExchangedElsewhere(String own, String other) {
        CodeFlow flow = CodeFlow.of(all.bank(), ThreeEnvironments.PORTAL);
        String code = all.code(own, flow);

        assertThat(all.redeem(other, flow, code)).hasStatus(400).has("/error", "invalid_grant");
        Answer tokens = all.redeem(own, flow, code).send();
        assertThat(tokens).hasStatus(200);
        assertThat(refresh(other, tokens)).hasStatus(400).has("/error", "invalid_grant");
        assertThat(refresh(own, tokens)).hasStatus(200);
    }

    @ParameterizedTest
    @MethodSource(PAIRS)
    void isNoSessionElsewhere(String own, String other) {
        Browser browser = new Browser(all.bank());
        CodeFlow flow = CodeFlow.of(all.bank(), ThreeEnvironments.PORTAL);
        all.authorize(own, browser, flow).signIn(Person.ADA);

        Page silent = all.authorize(own, browser, silently());
        Page elsewhere = all.authorize(other, browser, silently());
        browser.cookies().values().forEach(cookie -> cookie.setPath("/"));
        Page withItsCookies = all.authorize(other, browser, silently());

        assertThat(silent.told()).containsKey("code");
        assertThat(elsewhere.told()).containsEntry("error", "login_required");
        assertThat(withItsCookies.told()).containsEntry("error", "login_required");
    }

    @ParameterizedTest
    @MethodSource(PAIRS)
    void outlivesWhatHappensToUserOrClientElsewhere(String own, String other) {
        String token = all.signIn(own).text("/access_token");

        all.bank().user("ada").block();

        assertThat(all.accounts(own, token)).hasStatus(own.isEmpty() ? 403 : 200);
        assertThat(all.clientToken(other)).hasStatus(200);
    }

    private CodeFlow silently() {
        return CodeFlow.of(all.bank(), ThreeEnvironments.PORTAL).with("prompt", "none");
    }

    private HttpCall ask(String prefix, String endpoint, String token) {
        return HttpCall.post(all.bank(), prefix + "/oidc/" + endpoint)
                .form("token", token)
                .as(ThreeEnvironments.PORTAL);
    }

    private HttpCall refresh(String prefix, Answer tokens) {
        return all.token(prefix, "grant_type", "refresh_token", "refresh_token", tokens.text("/refresh_token"));
    }
}
