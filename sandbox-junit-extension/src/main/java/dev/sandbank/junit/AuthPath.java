package dev.sandbank.junit;

import dev.sandbank.ArrangedDenial;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankAuthPath;
import dev.sandbank.junit.internal.catalogue.CallsSince;
import dev.sandbank.junit.internal.catalogue.Catalogued;
import dev.sandbank.junit.internal.lifecycle.AtSandbank;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

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
    protected void beforeCall(Sandbank bank) {
        arranged = path.arrange(bank);
        seen = CallsSince.from(bank);
    }

    @Override
    protected void afterCall(Sandbank bank) {
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

    /** Lists the ways that an annotation asks for; no sandbox is started for that. */
    static final class Provider implements ArgumentsProvider, AnnotationConsumer<EveryAuthPath> {

        private String user = "";
        private Set<String> operations = Set.of();

        @Override
        public void accept(EveryAuthPath asked) {
            if (asked.value().isEmpty() == asked.user().isEmpty()) {
                throw new ParameterResolutionException("@EveryAuthPath takes one user: @EveryAuthPath(\"ada\")");
            }
            user = asked.value().isEmpty() ? asked.user() : asked.value();
            operations = Set.of(asked.operations());
        }

        @Override
        public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
            String annotation = "@EveryAuthPath(\"" + user + "\")";
            List<SandbankAuthPath> all = Catalogued.at(context, annotation, builder -> builder.authPaths(user));
            Set<String> known =
                    new TreeSet<>(all.stream().map(SandbankAuthPath::operation).toList());
            operations.stream().filter(operation -> !known.contains(operation)).forEach(operation -> {
                throw new ParameterResolutionException(annotation + ": the user has no way to an operation " + operation
                        + ", only to " + String.join(", ", known));
            });
            return all.stream()
                    .filter(path -> operations.isEmpty() || operations.contains(path.operation()))
                    .map(AuthPath::new)
                    .map(Arguments::of);
        }
    }
}
