package dev.sandbank.internal.lint;

import dev.sandbank.Exchange;
import dev.sandbank.internal.lint.LintRule.Mistake;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A client writes a secret into a URL, where logs, proxies and browsers keep it. */
final class SecretInQuery {

    private static final Set<String> ANYWHERE =
            Set.of("access_token", "client_secret", "refresh_token", "client_assertion", "code_verifier", "password");

    /** At an endpoint of the token server, these are secret too; elsewhere a token may be that of a page. */
    private static final Set<String> AT_AN_ENDPOINT = Set.of("token", "code", "assertion");

    private SecretInQuery() {}

    static List<Mistake> in(ClientCalls client) {
        return client.calls().stream()
                .filter(call -> call.target().indexOf('?') >= 0)
                .flatMap(call -> secrets(client, call).stream()
                        .map(name -> new Mistake(
                                List.of(call.number()),
                                "it sent " + name + " in the query of " + call.method() + " "
                                        + call.target()
                                                .substring(0, call.target().indexOf('?')))))
                .toList();
    }

    private static Set<String> secrets(ClientCalls client, Exchange call) {
        Set<String> names = new TreeSet<>(SentParameters.inQuery(call).names());
        boolean endpoint =
                !client.isGuarded(call) && !call.decision().operation().isEmpty();
        names.removeIf(name -> !ANYWHERE.contains(name) && !(endpoint && AT_AN_ENDPOINT.contains(name)));
        names.removeAll(client.bank().keysInQuery(call.decision().operation()));
        return names;
    }
}
