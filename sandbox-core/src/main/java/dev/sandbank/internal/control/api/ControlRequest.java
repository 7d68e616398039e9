package dev.sandbank.internal.control.api;

import dev.sandbank.Authentication;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.control.UnknownNameException;
import dev.sandbank.internal.model.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parameters and content fit its operation.
 *
 * @param path the parameters of its path
 * @param query the parameters of its query
 * @param content the members of its content
 * @param whole the request as it arrived
 * @param bank the sandbox that it controls
 */
record ControlRequest(Map<String, String> path, Query query, JsonBody content, Request whole, BankControl bank) {

    /** The member of content that says how a user signed in. */
    static final String AUTHENTICATION = "authentication";

    /** The name of the query parameter that chooses an environment. */
    static final String ENVIRONMENT = "environment";

    /** How the user was authenticated, with defaults for what the member leaves out; null if there is no such member. */
    @Nullable
    Authentication authentication() {
        if (!content.has(AUTHENTICATION)) {
            return null;
        }
        JsonBody how = content.object(AUTHENTICATION).onlyWith(Set.of("acr", "amr", "ago", "consent"));
        return new Authentication(
                how.findText("acr").orElse(""),
                how.has("amr") ? how.texts("amr") : List.of("pwd"),
                how.has("ago") ? how.duration("ago") : Duration.ZERO,
                how.findTexts("consent"));
    }

    /** The host and port that the caller used; empty if the request has none. */
    String authority() {
        return whole.headers().first("Host").orElse("");
    }

    String inPath(String name) {
        return path.getOrDefault(name, "");
    }

    /**
     * The environment that the query names; without a name, the one without a prefix.
     *
     * @throws UnknownNameException if there is no environment of this name
     */
    EnvironmentControl environment() {
        EnvironmentControl environment =
                bank.environment(query.find(ENVIRONMENT).orElse(""));
        if (!environment.environment().controlledOverHttp()) {
            throw new ProblemException(new ProblemDetails(
                    404, "the fixture switches off the control of this environment (setting controlApi)"));
        }
        return environment;
    }
}
