package dev.sandbank.internal.model.oauth;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The scopes a client holds or an operation asks for: exact strings, no wildcards, in a stable order. */
public record Scopes(Set<String> names) {

    public static final Scopes NONE = new Scopes(Set.of());

    /** Scope tokens (RFC 6749 §3.3) without a space at either end; a repeated group would need stack for each token. */
    private static final Pattern TOKENS = Pattern.compile("(?! )[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]+(?<! )");

    public Scopes {
        names = Collections.unmodifiableSet(new TreeSet<>(names));
    }

    public static Scopes of(Collection<String> names) {
        return names.isEmpty() ? NONE : new Scopes(Set.copyOf(names));
    }

    /** Reads the space-delimited form of RFC 6749 §3.3. */
    public static Scopes parse(String text) {
        return text.isBlank()
                ? NONE
                : new Scopes(new TreeSet<>(List.of(text.strip().split(" +"))));
    }

    /** Whether the text is a scope parameter at all: one or more tokens, one space between. */
    public static boolean wellFormed(String text) {
        return TOKENS.matcher(text).matches() && !text.contains("  ");
    }

    public boolean covers(Scopes wanted) {
        return names.containsAll(wanted.names);
    }

    /** Returns the scopes that are in both. */
    public Scopes and(Scopes others) {
        Set<String> both = new TreeSet<>(names);
        both.retainAll(others.names);
        return of(both);
    }

    public boolean contains(String scope) {
        return names.contains(scope);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(" ", names);
    }
}
