package dev.sandbank;

import java.util.Map;

/**
 * One entry of a sandbox, such as an account, in its present state; changes take effect at once.
 *
 * <pre>{@code
 * bank.account("acct-4f81c0").set("balance", "0.00");
 * bank.resource("rates", "BTC-EUR").set("value", "61000.00");
 * }</pre>
 *
 * <p>You read and change it in the terms of fixtures, and the sandbox refuses what a fixture could not have.
 */
@Stable
public interface SandbankResource {

    /** Its id, unique in its collection. */
    String id();

    /** The collection it is in, such as {@code accounts}. */
    String collection();

    /**
     * Returns the whole entry as JSON, in the terms of a fixture, with passwords and secrets. The member {@code sandbank} has what
     * the sandbox itself keeps, such as times.
     *
     * @throws IllegalArgumentException if the entry has been removed
     */
    String json();

    /**
     * Returns one of its members: a string as it is, any other value as JSON.
     *
     * @param member a name such as {@code balance}, or a JSON Pointer (RFC 6901) such as {@code /product/label}
     * @throws IllegalArgumentException if the entry has no such member, or has been removed
     */
    String get(String member);

    /**
     * Changes one of its members. The sandbox updates the owner, the next due time and the time of the last update. If this
     * disables a user or client, it also revokes all tokens of it.
     *
     * @param member a name such as {@code balance}, or a JSON Pointer (RFC 6901) such as {@code /product/label}; not the id
     * @param value a string, number or Boolean, or a list or map of these
     * @throws IllegalArgumentException if a fixture could not have this entry: the message says what is wrong where and what
     *     was expected, and nothing has changed; or if the entry has been removed
     */
    void set(String member, Object value);

    /**
     * Changes several of its members at once, as {@link #set(String, Object)} changes one: all of them or, if a fixture could not
     * have this entry, none.
     *
     * @param members the new values by name or JSON Pointer; null removes the member
     * @throws IllegalArgumentException as {@link #set(String, Object)} does
     */
    void set(Map<String, ?> members);

    /**
     * Removes one of its members, if the entry has it.
     *
     * @param member a name or a JSON Pointer, as for {@link #set}
     * @throws IllegalArgumentException if a fixture could not have the entry without it, or if the entry has been removed
     */
    void unset(String member);

    /**
     * Removes the entry and links to it; for a user also links, sessions and tokens, for a client also tokens. Everything else
     * that names it stays as it is.
     *
     * @throws IllegalArgumentException if it has been removed before
     */
    void remove();
}
