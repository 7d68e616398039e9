package dev.sandbank;

import java.util.Optional;
import java.util.Set;

/**
 * The names that a sandbox knows now, to find out whether a name is misspelt.
 *
 * <pre>{@code
 * bank.names().doubt(Kind.CLIENT, "payuots");   // there is no client "payuots", did you mean "payouts"?
 * }</pre>
 */
@Stable
public interface SandbankNames {

    /** What a name stands for. */
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

    /** Returns a sentence about an unknown name, with the name that you probably meant; empty if the name is known. */
    Optional<String> doubt(Kind kind, String name);
}
