package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.UserStatus;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token of a call.
 *
 * @param fault what is wrong with it
 * @param client whose it is
 * @param user the user that it stands for, or null
 * @param scopes what it holds
 */
record Credential(Fault fault, String client, @Nullable String user, Scopes scopes) {

    /** What may be wrong with a token. */
    enum Fault {
        NOTHING,
        MISSING,
        MALFORMED,
        NEVER_ISSUED,
        EXPIRED,
        REVOKED,
        CLIENT_DISABLED,
        USER_DISABLED
    }

    Credential with(Fault other) {
        return new Credential(other, client, user, scopes);
    }

    Credential holding(Scopes others) {
        return new Credential(fault, client, user, others);
    }

    /** The token; empty for none. */
    String issue(Bank bank) {
        if (fault == Fault.MISSING) {
            return "";
        }
        Environment environment = bank.production();
        Client known = new Directory(environment.store()).client(client).orElseThrow();
        String token = environment
                .tokenServer()
                .issuance()
                .accessToken(known, user, scopes)
                .token();
        spoil(bank, token);
        return fault == Fault.NEVER_ISSUED ? new StringBuilder(token).reverse().toString() : token;
    }

    private void spoil(Bank bank, String token) {
        Tokens tokens = bank.production().store().tokens();
        switch (fault) {
            case EXPIRED -> tokens.expire(token, bank.clock().get());
            case REVOKED -> tokens.revoke(token);
            case CLIENT_DISABLED -> Changes.clientDisabled(client).make(bank);
            case USER_DISABLED ->
                Changes.userBecomes(String.valueOf(user), UserStatus.DISABLED).make(bank);
            default -> {}
        }
    }

    /** The field that carries it; empty for none. */
    String field(String token) {
        return switch (fault) {
            case MISSING -> "";
            case MALFORMED -> "Bearer " + token + " " + token;
            default -> "Bearer " + token;
        };
    }
}
