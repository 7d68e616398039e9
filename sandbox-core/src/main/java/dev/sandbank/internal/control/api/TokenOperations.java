package dev.sandbank.internal.control.api;

import dev.sandbank.internal.control.TokenControl;
import dev.sandbank.internal.model.Reply;
import java.util.List;
import java.util.function.BiConsumer;

/** What can be done with access tokens. */
final class TokenOperations {

    private TokenOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("POST", "/tokens", TokenOperations::issue)
                        .taking("client", "user", "scopes")
                        .with(ControlRequest.ENVIRONMENT),
                ending("/tokens/expire", TokenControl::expire),
                ending("/tokens/revoke", TokenControl::revoke));
    }

    private static Reply issue(ControlRequest asked) {
        JsonBody content = asked.content();
        String client = content.text("client");
        String user = content.findText("user").orElse(null);
        List<String> scopes = content.findTexts("scopes");
        String token = asked.environment().tokens().issue(client, user, scopes);
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
}
