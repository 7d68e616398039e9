package dev.sandbank.integration.spring;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** What the portal shows to people and tells to callers. */
@RestController
class PortalPages {

    @GetMapping("/")
    String home(@AuthenticationPrincipal OidcUser user, CsrfToken csrf) {
        return """
                <title>Portal</title>
                <p id="name">%s</p>
                <form method="post" action="/logout">
                <input type="hidden" name="%s" value="%s">
                <button name="action" value="sign-out">Sign out</button>
                </form>
                """.formatted(
                HtmlUtils.htmlEscape(user.getUserInfo().getFullName()), csrf.getParameterName(), csrf.getToken());
    }

    @GetMapping("/not-signed-in")
    String notSignedIn(@RequestParam("why") String why) {
        return "<title>Not signed in</title><p id=\"why\">%s</p>".formatted(HtmlUtils.htmlEscape(why));
    }

    @GetMapping("/api/accounts")
    String accounts(@AuthenticationPrincipal Jwt token) {
        return "accounts for " + token.getClaimAsString("client_id");
    }

    @GetMapping("/api/transfers")
    String transfers() {
        return "transfers";
    }
}
