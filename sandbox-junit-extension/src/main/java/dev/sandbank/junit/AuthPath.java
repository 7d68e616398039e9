package dev.sandbank.junit;

import dev.sandbank.ArrangedDenial;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankAuthPath;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * One way of a blocked user to one operation, gone up to its last request in the sandbox of the test: what {@link EveryAuthPath}
 * provides.
 *
 * <p>That request is {@link #request()}: the call itself or, where the way ends before, what the token server refuses.
 */
public final class AuthPath extends AtSandbank {

    private final SandbankAuthPath path;
    private @Nullable ArrangedDenial arranged;
    private @Nullable CallsSince seen;

    AuthPath(SandbankAuthPath path) {
        this.path = path;
    }

    @Override
    void beforeCall(Sandbank bank) {
        arranged = path.arrange(bank);
        seen = CallsSince.from(bank);
    }

    @Override
    void afterCall(Sandbank bank) {
        if (seen != null) {
            seen.requireEnd(endpoint(), path.reason());
        }
    }

    /** As the journal names it. */
    private String endpoint() {
        return switch (path.stop()) {
            case "sign-in" -> "authorization";
            case "token" -> "token";
            default -> path.operation();
        };
    }

    /** The user, who is blocked. */
    public String user() {
        return path.user();
    }

    /** How the client comes by its token, see {@link SandbankAuthPath#grant()}. */
    public String grant() {
        return path.grant();
    }

    /** The client that calls. */
    public String client() {
        return path.client();
    }

    /** The operation at the end of the way. */
    public String operation() {
        return path.operation();
    }

    /** Where the way ends: at {@code sign-in}, at {@code token}, or with the {@code call} itself. */
    public String stop() {
        return path.stop();
    }

    /** Whether the call is allowed though the user is blocked. */
    public boolean allowed() {
        return path.allowed();
    }

    /** The reason of the refusal; empty if the call is allowed. */
    public String reason() {
        return path.reason();
    }

    /** The HTTP status of the answer. */
    public int status() {
        return path.status();
    }

    /** The bank's own code, out of the body of a refusal; empty if there is none. */
    public String code() {
        return path.code();
    }

    /** The bearer token of the call; empty where the way ends before. */
    public String token() {
        return arranged().token();
    }

    /** The last request of the way, ready to be sent. */
    public HttpRequest request() {
        return arranged().request();
    }

    private ArrangedDenial arranged() {
        if (arranged == null) {
            throw new IllegalStateException("the last request of a way is known only while its test runs");
        }
        return arranged;
    }

    /** How, to what, and what is answered. */
    @Override
    public String toString() {
        return path.toString();
    }
}
