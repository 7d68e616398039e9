package dev.sandbank.junit;

import dev.sandbank.FlawedToken;
import dev.sandbank.Sandbank;
import dev.sandbank.TokenFlaw;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A token that the sandbox of the test is to refuse, see {@link BadTokens}. */
public final class BadToken extends AtSandbank {

    private final TokenFlaw flaw;
    private final String client;
    private final String user;
    private final boolean elsewhere;

    private @Nullable FlawedToken made;
    private @Nullable CallsSince seen;

    BadToken(TokenFlaw flaw, String client, String user, boolean elsewhere) {
        this.flaw = flaw;
        this.client = client;
        this.user = user;
        this.elsewhere = elsewhere;
    }

    /** What is wrong with it. */
    public TokenFlaw flaw() {
        return flaw;
    }

    /** The whole {@code Authorization} field; empty if none is to be sent. */
    public String authorization() {
        return made().authorization();
    }

    /** The token alone; empty if there is none. */
    public String token() {
        return made().token();
    }

    /** Why it is refused, one of {@link dev.sandbank.Refusals}. */
    public String reason() {
        return made().reason();
    }

    /** The HTTP status of the bank's answer. */
    public int status() {
        return made().status();
    }

    /** The bank's own code in the body of its answer; empty if its bodies have none. */
    public String code() {
        return made().code();
    }

    private FlawedToken made() {
        if (made == null) {
            throw new IllegalStateException("a bad token is made when its test method begins, not before");
        }
        return made;
    }

    @Override
    void beforeCall(Sandbank bank) {
        made = make(bank);
        seen = CallsSince.from(bank);
    }

    private FlawedToken make(Sandbank bank) {
        if (client.isEmpty()) {
            return bank.tokens().flawed(flaw);
        }
        return user.isEmpty()
                ? bank.tokens().flawed(flaw, client)
                : bank.tokens().flawed(flaw, client, user);
    }

    @Override
    void afterCall(Sandbank bank) {
        if (seen != null && !elsewhere) {
            seen.require(reason());
        }
    }

    /** The flaw in words, such as {@code tampered signature}. */
    @Override
    public String toString() {
        return flaw.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
