package dev.sandbank.internal.control.api;

import dev.sandbank.internal.control.TokenControl;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.oidc.sign.Rotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Operations on access tokens, and on the keys that sign tokens. */
final class TokenOperations {

    private static final String HOW = "how";
    private static final String WITH_OVERLAP = "with-overlap";
    private static final Map<String, Rotation> ROTATIONS = Map.of(
            WITH_OVERLAP, Rotation.OVERLAP, "without-overlap", Rotation.NO_OVERLAP, "same-key-id", Rotation.SAME_ID);

    private TokenOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("POST", "/tokens", TokenOperations::issue)
                        .taking("client", "user", "scopes", "audience", "claims", ControlRequest.AUTHENTICATION)
                        .with(ControlRequest.ENVIRONMENT),
                ending("/tokens/expire", TokenControl::expire),
                ending("/tokens/revoke", TokenControl::revoke),
                ControlOperation.of("POST", "/keys/prepare", TokenOperations::prepare)
                        .with(ControlRequest.ENVIRONMENT),
                ControlOperation.of("POST", "/keys/rotate", TokenOperations::rotate)
                        .taking(HOW)
                        .with(ControlRequest.ENVIRONMENT));
    }

    private static Reply issue(ControlRequest asked) {
        JsonBody content = asked.content();
        String client = content.text("client");
        String user = content.findText("user").orElse(null);
        List<String> scopes = content.findTexts("scopes");
        TokenControl tokens = asked.environment().tokens();
        if (content.has("audience")) {
            tokens = tokens.audience(content.texts("audience").toArray(String[]::new));
        }
        if (content.has("claims")) {
            tokens = tokens.claiming(content.object("claims").members());
        }
        String token = tokens.issue(client, user, scopes, asked.authentication());
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
        String how = asked.content().findText(HOW).orElse(WITH_OVERLAP);
        Rotation rotation = Optional.ofNullable(ROTATIONS.get(how))
                .orElseThrow(() ->
                        ProblemException.badRequest("there is no way to rotate keys that is called " + SafeEcho.of(how)
                                + DidYouMean.instead(how, "one of these", new TreeSet<>(ROTATIONS.keySet()))));
        asked.environment().keys().rotate(rotation);
        return Json.nothing();
    }

    private static Reply prepare(ControlRequest asked) {
        asked.environment().keys().prepare();
        return Json.nothing();
    }
}
