package dev.sandbank.internal.oidc.endpoint;

/** Puts what a caller sent into a sentence, safely: RFC 6749 §5.2 allows only some ASCII in a description. */
public final class SafeText {

    private static final int LONGEST = 60;

    private SafeText() {}

    public static String quoted(String text) {
        String safe = text.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
        return "'" + (safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe) + "'";
    }
}
