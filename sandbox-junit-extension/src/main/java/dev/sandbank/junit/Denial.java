package dev.sandbank.junit;

import dev.sandbank.ArrangedDenial;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankDenial;
import dev.sandbank.junit.internal.catalogue.CallsSince;
import dev.sandbank.junit.internal.catalogue.Catalogued;
import dev.sandbank.junit.internal.lifecycle.AtSandbank;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/**
 * One way in which an operation is refused, brought about in the sandbox of the test: what {@link Denials} provides.
 *
 * <p>It tells which call is refused and what the bank answers. A test makes the call, by {@link #request()} or with code of
 * its own, which takes {@link #token()}, {@link #parameter} and {@link #body()} from here. A test that ends well though the
 * sandbox was not asked, or did not refuse this operation for this reason, fails all the same, and is told what happened
 * instead.
 *
 * <p>The call is known while the test runs; what the bank answers, before.
 */
public final class Denial extends AtSandbank {

    private final SandbankDenial denial;
    private @Nullable ArrangedDenial arranged;
    private @Nullable CallsSince seen;

    Denial(SandbankDenial denial) {
        this.denial = denial;
    }

    @Override
    protected void beforeCall(Sandbank bank) {
        arranged = denial.arrange(bank);
        seen = CallsSince.from(bank);
    }

    @Override
    protected void afterCall(Sandbank bank) {
        if (seen != null) {
            seen.require(denial.operation(), denial.gate(), denial.reason());
        }
    }

    /** The operation that is refused. */
    public String operation() {
        return denial.operation();
    }

    /** The gate that refuses, such as {@code scope}. */
    public String gate() {
        return denial.gate();
    }

    /** The reason, one of {@link dev.sandbank.Refusals} or a bank's own. */
    public String reason() {
        return denial.reason();
    }

    /** The HTTP status that the bank answers. */
    public int status() {
        return denial.status();
    }

    /** The bank's own code for it, out of the body of the answer; empty if its bodies have none. */
    public String code() {
        return denial.code();
    }

    /**
     * Whether a client's own honest call is refused so, with this token and the ids and the user of {@link #parameter} and
     * {@link #headers()}; if not, it is the request itself that is at fault.
     */
    public boolean byState() {
        return denial.byState();
    }

    /** The bearer token to call with; empty if none is to be sent. */
    public String token() {
        return arranged().token();
    }

    /** The HTTP method. */
    public String method() {
        return arranged().method();
    }

    /** The whole URL, with its query. */
    public URI url() {
        return arranged().url();
    }

    /** The header fields, {@code Authorization} among them if there is one. */
    public Map<String, String> headers() {
        return arranged().headers();
    }

    /** The content; empty for none. */
    public String body() {
        return arranged().body();
    }

    /** The value of a parameter of the operation, whether it is in path, query or header; nothing if it is not sent. */
    public Optional<String> parameter(String name) {
        return arranged().parameter(name);
    }

    /** All of it, ready to be sent. */
    public HttpRequest request() {
        return arranged().request();
    }

    private ArrangedDenial arranged() {
        if (arranged == null) {
            throw new IllegalStateException("the call of a denial is known only while its test runs");
        }
        return arranged;
    }

    /** Gate, what is wrong, and what the bank answers. */
    @Override
    public String toString() {
        return denial.toString();
    }

    /** Lists the denials that an annotation asks for; no sandbox is started for that. */
    static final class Provider implements ArgumentsProvider, AnnotationConsumer<Denials> {

        private String operation = "";
        private String[] gates = {};
        private boolean byState;

        @Override
        public void accept(Denials asked) {
            operation = asked.value();
            gates = asked.gates().clone();
            byState = asked.byState();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
            List<SandbankDenial> all =
                    Catalogued.at(context, annotation(), builder -> builder.denials(operation, gates));
            List<SandbankDenial> wanted =
                    all.stream().filter(denial -> denial.byState() || !byState).toList();
            if (wanted.isEmpty()) {
                throw new ParameterResolutionException(annotation() + " asks for what there is not: under this fixture "
                        + operation + " is never refused so");
            }
            return wanted.stream().map(Denial::new).map(Arguments::of);
        }

        private String annotation() {
            return "@Denials(\"" + operation + "\")";
        }
    }
}
