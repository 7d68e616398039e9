package dev.sandbank.internal.control.api;

import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.control.UnknownNameException;
import java.util.Map;

/**
 * A request that fits its operation.
 *
 * @param path the parameters of its path
 * @param query the parameters of its query
 * @param content the members of its content
 * @param bank the sandbox that it is about
 * @param authority by which host and port that was called; empty if it is not said
 */
record ControlRequest(Map<String, String> path, Query query, JsonBody content, BankControl bank, String authority) {

    /** The name of the query parameter that chooses an environment. */
    static final String ENVIRONMENT = "environment";

    String inPath(String name) {
        return path.getOrDefault(name, "");
    }

    /**
     * The environment that the query names, else the one without a prefix.
     *
     * @throws UnknownNameException if there is none of this name
     */
    EnvironmentControl environment() {
        EnvironmentControl environment =
                bank.environment(query.find(ENVIRONMENT).orElse(""));
        if (!environment.environment().controlledOverHttp()) {
            throw new ProblemException(
                    new ProblemDetails(404, "the fixture keeps that environment from being controlled"));
        }
        return environment;
    }
}
