package dev.sandbank.internal.journal;

import java.util.Map;
import java.util.Set;

/**
 * What a call was made to, which determines what is secret in it.
 *
 * @param guarded whether it is the guarded API, and not the token server or a path where nothing answers
 * @param fields the header fields that its operations read, in lower case
 * @param secrets the names of API keys in its queries and content
 * @param declared the parameters and reply members that the grants of its token server declare, and whether each is
 *     secret
 */
public record Callee(boolean guarded, Set<String> fields, Set<String> secrets, Map<String, Boolean> declared) {

    Redaction redaction() {
        return guarded ? Redaction.api(secrets) : Redaction.tokenServer(declared);
    }
}
