package dev.sandbank.testing;

import dev.sandbank.Sandbank;

/** The built-in banks, each with a client that may do the most. */
public enum BuiltIn {
    APITURE("apiture", "c3793a03-1234-4179", "843f-6ad71454858b", "/banking/accounts"),
    UPHOLD("uphold", "payouts", "s3cr.et_~1", "/core/accounts");

    private final String fixture;
    private final String clientId;
    private final String secret;
    private final String guarded;

    BuiltIn(String fixture, String clientId, String secret, String guarded) {
        this.fixture = fixture;
        this.clientId = clientId;
        this.secret = secret;
        this.guarded = guarded;
    }

    /** A client's id and secret. */
    public record Pair(String id, String secret) {
        @Override
        public String toString() {
            return id;
        }
    }

    public Sandbank start() {
        return Sandbank.start(fixture);
    }

    public String fixture() {
        return fixture;
    }

    public Pair client() {
        return new Pair(clientId, secret);
    }

    /** The path of an operation that needs a token. */
    public String guarded() {
        return guarded;
    }
}
