package dev.sandbank;

import java.util.Optional;
import java.util.Set;

/**
 * The names that a sandbox knows, as they are now: they tell a misspelt name from one that merely did not occur.
 *
 * <pre>{@code
 * bank.names().doubt(Kind.CLIENT, "payuots");   // there is no client "payuots", did you mean "payouts"?
 * }</pre>
 */
public interface SandbankNames {

    /** What a name may be the name of. */
    enum Kind {
        /** A guarded operation, or an endpoint of the token server. */
        OPERATION,
        CLIENT,
        USER,
        SCOPE,
        /** The reason of a denial, see {@link DenialReason}. */
        DENIAL_REASON
    }

    /** All names of one kind, in alphabetical order. */
    Set<String> all(Kind kind);

    /** A sentence about a name that is not known, with what was probably meant; nothing if it is known. */
    Optional<String> doubt(Kind kind, String name);
}
