package dev.sandbank.internal.control.api;

import dev.sandbank.internal.control.TokenControl;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.oidc.sign.Rotation;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What can be done with access tokens, and with the keys that tokens are signed with. */
final class TokenOperations {

    private static final String OVERLAP = "overlap";
    private static final String SAME_KEY_ID = "sameKeyId";

    private TokenOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("POST", "/tokens", TokenOperations::issue)
                        .taking("client", "user", "scopes", "consent")
                        .with(ControlRequest.ENVIRONMENT),
                ending("/tokens/expire", TokenControl::expire),
                ending("/tokens/revoke", TokenControl::revoke),
                ControlOperation.of("POST", "/keys/rotate", TokenOperations::rotate)
                        .taking(OVERLAP, SAME_KEY_ID)
                        .with(ControlRequest.ENVIRONMENT));
    }

    private static Reply issue(ControlRequest asked) {
        JsonBody content = asked.content();
        String client = content.text("client");
        String user = content.findText("user").orElse(null);
        List<String> scopes = content.findTexts("scopes");
        List<String> consent = content.findTexts("consent");
        String token = asked.environment().tokens().issue(client, user, scopes, consent);
        return Json.ok(Json.object().put("token", token));
    }

    private static ControlOperation ending(String path, BiConsumer<TokenControl, String> how) {
        return ControlOperation.of("POST", path, asked -> {
                    how.accept(asked.environment().tokens(), asked.content().text("token"));
                    return Json.nothing();
                })
                .taking("token")
                .with(ControlRequest.ENVIRONMENT);
    }

    private static Reply rotate(ControlRequest asked) {
        Rotation how = how(asked.content());
        asked.environment().keys().rotate(how);
        return Json.nothing();
    }

    private static Rotation how(JsonBody content) {
        if (!content.has(OVERLAP) && !content.has(SAME_KEY_ID)) {
            return Rotation.OVERLAP;
        }
        if (content.onlyOneOf(Set.of(OVERLAP, SAME_KEY_ID)).equals(SAME_KEY_ID)) {
            content.requireTrue(SAME_KEY_ID);
            return Rotation.SAME_ID;
        }
        return content.flag(OVERLAP) ? Rotation.OVERLAP : Rotation.NO_OVERLAP;
    }
}
