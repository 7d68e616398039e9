package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Signing out by a request that the SDK built. */
class LogoutRequestTest {

    private static final URI GOODBYE = URI.create("https://portal.example.test/goodbye");

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @Test
    void bringsTheBrowserBackWithItsStateAndEndsTheSession() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL);
        OIDCTokens tokens = party.tokens(Person.ADA);
        State state = new State("a b&c=d:" + new State());

        URI target = URI.create(logOut(party, tokens.getIDToken(), GOODBYE, state)
                .answer()
                .header("Location")
                .orElseThrow());

        assertThat(target.toString()).startsWith(GOODBYE + "?");
        assertThat(URLUtils.parseParameters(target.getRawQuery()))
                .containsOnlyKeys("state")
                .containsEntry("state", List.of(state.getValue()));
        assertThat(RelyingParty.send(party.tokenRequest(new RefreshTokenGrant(tokens.getRefreshToken())))
                        .indicatesSuccess())
                .isFalse();
    }

    @Test
    void bringsTheBrowserNowhereElse() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL);
        JWT hint = party.tokens(Person.ADA).getIDToken();

        Page page = logOut(party, hint, URI.create("https://evil.example/"), new State());

        assertThat(page.leaves()).isFalse();
        assertThat(page.answer().status()).isEqualTo(400);
        assertThat(page.text()).contains("https://evil.example/");
    }

    private static Page logOut(RelyingParty party, JWT hint, URI target, State state) {
        LogoutRequest request = new LogoutRequest(party.metadata().getEndSessionEndpointURI(), hint, target, state);
        return new Browser(BANK).open(request.toURI().toString());
    }
}
