package dev.sandbank.internal.bank;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which of several prefixes a path has, and the rest of the path.
 *
 * @param prefix the prefix, such as {@code /cat}, or empty
 * @param path the path below it
 */
public record EnvironmentPath(String prefix, String path) {

    /** Metadata stand at a well-known path before the issuer's own path (RFC 8414 §3.1). */
    private static final Pattern WELL_KNOWN = Pattern.compile("(/\\.well-known/[^/]+)(/.+)");

    public static EnvironmentPath of(String path, Collection<String> prefixes) {
        Matcher wellKnown = WELL_KNOWN.matcher(path);
        String named = wellKnown.matches() ? wellKnown.group(2) : path;
        String before = wellKnown.matches() ? wellKnown.group(1) : "";
        Optional<String> prefix = prefixes.stream()
                .filter(known -> !known.isEmpty() && named.startsWith(known + "/"))
                .findFirst();
        return prefix.map(known -> new EnvironmentPath(known, before + named.substring(known.length())))
                .orElseGet(() -> new EnvironmentPath("", path));
    }
}
