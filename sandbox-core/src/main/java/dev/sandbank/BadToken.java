package dev.sandbank;

import java.util.List;

/** A token that a sandbox must refuse, and the bank's answer to it. */
@Stable
public interface BadToken {

    /** What is wrong with it. */
    TokenFlaw flaw();

    /** The whole {@code Authorization} field; empty if the call is sent without one. */
    String authorization();

    /** The token alone; empty if there is none. */
    String token();

    /** Why the sandbox refuses it, one of {@link DenialReason}. */
    String reason();

    /** The HTTP status of the bank's answer. */
    int status();

    /** The bank's own code in the body of the answer; empty if its bodies have none. */
    String code();

    /** The code as the body spells it: the same as {@link #code()}, or the URL that it is a part of. */
    String codeInBody();

    /** How a call that has arrived since differs from one with this token; empty if it had this token. */
    List<String> differences(Exchange call);
}
