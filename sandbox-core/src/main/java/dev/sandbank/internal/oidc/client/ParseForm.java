package dev.sandbank.internal.oidc.client;

import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.SafeText;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.UrlEncoded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Is it one form, each parameter once, and nothing in the query (RFC 6749 §3.2)? */
public final class ParseForm implements Gate<TokenRequest> {

    private static final List<String> NEVER_IN_QUERY = List.of(
            "client_id",
            "client_secret",
            "client_assertion",
            "grant_type",
            "scope",
            "code",
            "code_verifier",
            "refresh_token",
            "username",
            "password");

    @Override
    public Verdict<TokenRequest> examine(TokenRequest call) {
        Request request = call.request();
        if (request.body().tooLarge()) {
            return OAuthError.invalidRequest("The form is larger than 1 MiB");
        }
        if (!request.body().isEmpty() && !isForm(request)) {
            return OAuthError.invalidRequest("The content must be application/x-www-form-urlencoded");
        }
        Optional<String> misplaced =
                NEVER_IN_QUERY.stream().filter(request.query()::has).findFirst();
        if (misplaced.isPresent()) {
            return OAuthError.invalidRequest(misplaced.get() + " belongs into the form, not into the query");
        }
        try {
            return request.body()
                    .utf8()
                    .map(text -> once(call, UrlEncoded.parse(text)))
                    .orElseGet(() -> OAuthError.invalidRequest("The form is not UTF-8"));
        } catch (IllegalArgumentException garbled) {
            return OAuthError.invalidRequest("The form is not well-formed");
        }
    }

    private static boolean isForm(Request request) {
        String type = request.headers().first("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/x-www-form-urlencoded");
    }

    private static Verdict<TokenRequest> once(TokenRequest call, Fields form) {
        return form.names().stream()
                .filter(form::repeats)
                .findFirst()
                .map(name -> OAuthError.<TokenRequest>invalidRequest(
                        "The parameter " + SafeText.quoted(name) + " is repeated"))
                .orElseGet(() -> Verdict.pass(call.with(form), "one form, each parameter once"));
    }
}
