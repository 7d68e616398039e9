package dev.sandbank;

import java.util.List;

/** A token that a sandbox is to refuse, and how. */
public interface BadToken {

    /** What is wrong with it. */
    TokenFlaw flaw();

    /** The whole {@code Authorization} field; empty if none is to be sent. */
    String authorization();

    /** The token alone; empty if there is none. */
    String token();

    /** Why it is refused, one of {@link DenialReason}. */
    String reason();

    /** The HTTP status of the bank's answer. */
    int status();

    /** The bank's own word for it, out of the body of its answer; empty if its bodies have none. */
    String code();

    /** What the body has for it: the same or, where a bank says it by a URL, that URL. */
    String codeInBody();

    /** In what a call that arrived since differs from one with this token; empty if it had it. */
    List<String> differences(Exchange call);
}
