package dev.sandbank.internal.journal;

import java.util.Set;

/**
 * What a call was made to, which tells what of it is secret.
 *
 * @param guarded whether it is the guarded API, and not the token server or a path where nothing answers
 * @param fields the header fields that its operations read, in lower case
 */
public record Callee(boolean guarded, Set<String> fields) {

    Redaction redaction() {
        return guarded ? Redaction.ELSEWHERE : Redaction.TOKEN_SERVER;
    }
}
