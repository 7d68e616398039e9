package dev.sandbank;

import java.util.Map;

/**
 * One entry of a sandbox, such as an account, as it is now; changes take effect at once.
 *
 * <pre>{@code
 * bank.account("acct-4f81c0").set("balance", "0.00");
 * bank.resource("rates", "BTC-EUR").set("value", "61000.00");
 * }</pre>
 *
 * <p>It is told, and can be changed, in the terms of fixtures; what a fixture would be refused for is refused here, too.
 */
public interface SandbankResource {

    /** Its id, unique in its collection. */
    String id();

    /** The collection it is in, such as {@code accounts}. */
    String collection();

    /**
     * All of it as JSON, in the terms of a fixture, passwords and secrets included. What the sandbox itself keeps, such as
     * its times, is in the member {@code sandbank}.
     *
     * @throws IllegalArgumentException if it has been removed
     */
    String json();

    /**
     * One of its members: a text as it is, anything else as JSON.
     *
     * @param member a name such as {@code balance}, or a JSON Pointer (RFC 6901) such as {@code /product/label}
     * @throws IllegalArgumentException if it has no such member, or has been removed
     */
    String get(String member);

    /**
     * Changes one of its members. Whose it is, when the bank looks at it next and when it was updated follow; a user or
     * client that is disabled so loses all tokens.
     *
     * @param member a name such as {@code balance}, or a JSON Pointer (RFC 6901) such as {@code /product/label}; not its id
     * @param value a text, number or Boolean, a list or a map of such
     * @throws IllegalArgumentException if no fixture could have the entry so: the message says what was found where and
     *     what was expected, and nothing has changed; or if it has been removed
     */
    void set(String member, Object value);

    /**
     * Changes several of its members at once, as {@link #set(String, Object)} does one: all of them or, if no fixture could have the
     * entry so, none.
     *
     * @param members the new values by name or JSON Pointer; a value of null takes the member out
     * @throws IllegalArgumentException as {@link #set(String, Object)} does
     */
    void set(Map<String, ?> members);

    /**
     * Takes one of its members out; one that it does not have may be named, too.
     *
     * @param member a name or a JSON Pointer, as for {@link #set}
     * @throws IllegalArgumentException if no fixture could have the entry without it, or if it has been removed
     */
    void unset(String member);

    /**
     * Takes it away. Links to it go with it; so do the links, sessions and tokens of a user, and the tokens of a client.
     * What else names it is left alone.
     *
     * @throws IllegalArgumentException if it has been removed before
     */
    void remove();
}
