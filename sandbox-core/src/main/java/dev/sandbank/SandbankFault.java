package dev.sandbank;

import java.time.Duration;

/** Describes a fault: which calls it strikes, how often and, last of all, what it does. Immutable. */
@Stable
public interface SandbankFault {

    /** Strikes only calls by this client, like {@link SandbankFaults#by}, besides its other aim. */
    @CheckReturnValue
    SandbankFault by(String clientId);

    /**
     * Strikes only so many calls, from now on.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    @CheckReturnValue
    SandbankFault next(int calls);

    /**
     * Strikes some of the calls by chance, the same ones in every run with the same seed.
     *
     * @param chance from 0 (none) to 1 (all)
     * @throws IllegalArgumentException if the chance is not in this range
     */
    @CheckReturnValue
    SandbankFault withProbability(double chance, long seed);

    /** Lets a test pass even if the fault never strikes, see {@link SandbankFaults#unmet()}. */
    @CheckReturnValue
    SandbankFault maybe();

    /**
     * Answers with this status, with the bank's own code and headers for it if it has any; the bank does nothing.
     *
     * @param status from 400 to 599
     * @throws IllegalArgumentException if it is no such status
     */
    void fail(int status);

    /**
     * Makes an endpoint of the token server refuse with this error and its status, and do nothing; the authorization endpoint sends
     * the error to the client (RFC 6749 §5.2 and §4.1.2.1).
     *
     * @param error such as {@code invalid_grant} or {@code temporarily_unavailable}
     * @throws IllegalArgumentException if this cannot be the code of an error, or the fault is not aimed at endpoints of the token
     *     server only
     */
    void fail(String error);

    /**
     * Refuses the call in the words that the bank's dialect has for a reason; the bank does nothing.
     *
     * @param reason such as {@code insufficient-funds} or one of {@link DenialReason}
     * @throws IllegalArgumentException if the bank has no words for it
     */
    void refuse(String reason);

    /**
     * Answers with an HTML page, as a proxy would; the bank does nothing.
     *
     * @param status from 400 to 599
     * @throws IllegalArgumentException if it is no such status
     */
    void failWithPage(int status);

    /**
     * Answers 429 and says when to come again, with the header or headers that the bank uses for that.
     *
     * @throws IllegalArgumentException if the wait is not more than zero, or is more than a year
     */
    void throttle(Duration wait);

    /**
     * Lets the bank do as asked, and delays the reply. The call holds no thread meanwhile, and ends if the sandbox is closed.
     *
     * @throws IllegalArgumentException if the time is not more than zero, or is more than an hour
     */
    void delay(Duration time);

    /**
     * Lets the bank do as asked, and moves the sandbox's clock on by this time meanwhile; nobody waits.
     *
     * @throws IllegalArgumentException if the time is not more than zero, or is longer than the years 1 to 9999
     */
    void delayOnSandboxClock(Duration time);

    /** Lets the bank do as asked, and ends the connection in the middle of its reply. */
    void truncate();

    /** Lets the bank do as asked, and ends the connection without a reply. */
    void drop();

    /**
     * Lets the bank do as asked, and changes the media type of its reply.
     *
     * @param contentType 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if it is anything else
     */
    void mistype(String contentType);

    /**
     * Lets the bank do as asked, and changes the status of a good reply.
     *
     * @param status from 200 to 599
     * @throws IllegalArgumentException if it is no such status
     */
    void replaceStatus(int status);

    /**
     * Lets the bank do as asked, and sets a header field of a good reply, in place of the bank's own.
     *
     * @param value 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if a header field cannot have this name or value
     */
    void replaceHeader(String name, String value);

    /** Lets the bank do as asked, and removes a header field from a good reply. */
    void removeHeader(String name);

    /**
     * Lets the bank do as asked, and changes a member in the JSON content of a good reply.
     *
     * @param member a name, or a JSON Pointer (RFC 6901) such as {@code /balance/available}
     * @param value a string, a number, a Boolean, a list or a map
     * @throws IllegalArgumentException if it is any other value
     */
    void replaceMember(String member, Object value);

    /** Lets the bank do as asked, and removes a member from the JSON content of a good reply. */
    void removeMember(String member);
}
