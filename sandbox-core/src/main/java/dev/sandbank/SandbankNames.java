package dev.sandbank;

import dev.sandbank.internal.control.Names;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a sandbox knows, as they are now: they tell a misspelt name from one that merely did not occur.
 *
 * <pre>{@code
 * bank.names().doubt(Kind.CLIENT, "payuots");   // there is no client "payuots", did you mean "payouts"?
 * }</pre>
 */
public final class SandbankNames {

    /** What a name may be the name of. */
    public enum Kind {
        /** A guarded operation, or an endpoint of the token server. */
        OPERATION,
        CLIENT,
        USER,
        SCOPE,
        /** A reason to refuse a call, see {@link Refusals}. */
        REFUSAL
    }

    private final Names names;

    SandbankNames(Names names) {
        this.names = names;
    }

    /** All names of one kind, in alphabetical order. */
    public Set<String> all(Kind kind) {
        return names.all(known(kind));
    }

    /** A sentence about a name that is not known, with what was probably meant; nothing if it is known. */
    public Optional<String> doubt(Kind kind, String name) {
        return names.doubt(known(kind), name);
    }

    /** Says no to a name that is not known. */
    void require(Kind kind, String name) {
        names.require(known(kind), name);
    }

    private static Names.Kind known(Kind kind) {
        return Names.Kind.valueOf(kind.name());
    }
}
