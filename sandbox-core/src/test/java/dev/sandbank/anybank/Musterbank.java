package dev.sandbank.anybank;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.UUID;

/** The example bank, found on the class path and used over HTTP. */
record Musterbank(Sandbank sandbank) implements AutoCloseable {

    private static final String FIXTURE = "dev/sandbank/fixtures/examples/musterbank/fixture.yaml";

    static Musterbank start() {
        return new Musterbank(Sandbank.start(FIXTURE));
    }

    HttpCall call(String method, String path) {
        return HttpCall.call(sandbank, method, "/v1" + path)
                .header("X-Request-ID", UUID.randomUUID().toString());
    }

    /** A call by the budgeting application for a user who signed in to it. */
    HttpCall as(String user, String scope, String method, String path) {
        return call(method, path).bearer(token(user, scope));
    }

    String token(String user, String scope) {
        return sandbank.tokens().forUser("budget-app", user, scope);
    }

    @Override
    public void close() {
        sandbank.close();
    }
}
