package dev.sandbank;

import java.time.Duration;

/** A fault that is being described: whom it strikes, how often, and last of all what it does. Immutable. */
public interface SandbankFault {

    /** Only for one of its clients: as {@link SandbankFaults#by}, besides what it is aimed at already. */
    @CheckReturnValue
    SandbankFault by(String clientId);

    /**
     * Only for so many calls, from now on.
     *
     * @throws IllegalArgumentException if that is less than 1
     */
    @CheckReturnValue
    SandbankFault next(int calls);

    /**
     * For some of the calls by chance, the same ones in every run with the same seed.
     *
     * @param chance from 0 (none) to 1 (all)
     * @throws IllegalArgumentException if it is neither
     */
    @CheckReturnValue
    SandbankFault withProbability(double chance, long seed);

    /** It need not strike: a test that ends without it is none the worse, see {@link SandbankFaults#unmet()}. */
    @CheckReturnValue
    SandbankFault maybe();

    /**
     * The bank answers with this status, with its own code and headers for it if it has some, and does nothing.
     *
     * @param status from 400 to 599
     * @throws IllegalArgumentException if it is no such status
     */
    void fail(int status);

    /**
     * An endpoint of the token server refuses with this error and its status, and does nothing; the authorization endpoint sends
     * it to the client (RFC 6749 §5.2 and §4.1.2.1).
     *
     * @param error such as {@code invalid_grant} or {@code temporarily_unavailable}
     * @throws IllegalArgumentException if that cannot be an error's code, or the fault is aimed at anything but endpoints of the
     *     token server
     */
    void fail(String error);

    /**
     * The bank refuses the call in the words that its dialect has for a reason, and does nothing.
     *
     * @param reason such as {@code insufficient-funds} or one of {@link DenialReason}
     * @throws IllegalArgumentException if the bank has no words for it
     */
    void refuse(String reason);

    /**
     * Something on the way answers with an HTML page; the bank is not asked.
     *
     * @param status from 400 to 599
     * @throws IllegalArgumentException if it is no such status
     */
    void failWithPage(int status);

    /**
     * The bank answers 429 and says when to come again, with the header or headers that it uses for that.
     *
     * @throws IllegalArgumentException if the wait is not more than none, or is more than a year
     */
    void throttle(Duration wait);

    /**
     * The bank does as it is asked, after a while. The call holds no thread meanwhile, and ends when the sandbox is closed.
     *
     * @throws IllegalArgumentException if the time is not more than none, or is more than an hour
     */
    void delay(Duration time);

    /**
     * The bank does as it is asked, and while it does the sandbox's clock moves on by so much; nobody waits.
     *
     * @throws IllegalArgumentException if the time is not more than none, or more than the years 1 to 9999 have
     */
    void delayOnSandboxClock(Duration time);

    /** The bank does as it is asked, and the connection ends in the middle of its reply. */
    void truncate();

    /** The bank does as it is asked, and the connection ends without a reply. */
    void drop();

    /**
     * The bank does as it is asked, and says that its reply is of this media type.
     *
     * @param contentType 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if it is anything else
     */
    void mistype(String contentType);

    /**
     * The bank does as it is asked, and its reply, if it is a good one, has this status.
     *
     * @param status from 200 to 599
     * @throws IllegalArgumentException if it is no such status
     */
    void replaceStatus(int status);

    /**
     * The bank does as it is asked, and its reply, if it is a good one, has this header field, in place of its own.
     *
     * @param value 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if name or value cannot be those of a header field
     */
    void replaceHeader(String name, String value);

    /** The bank does as it is asked, and its reply, if it is a good one, lacks this header field. */
    void removeHeader(String name);

    /**
     * The bank does as it is asked, and its reply, if it is a good one, has this value in a member of its JSON content.
     *
     * @param member a name, or a JSON Pointer (RFC 6901) such as {@code /balance/available}
     * @param value a text, a number, true or false, a list or a map
     * @throws IllegalArgumentException if it is any other value
     */
    void replaceMember(String member, Object value);

    /** The bank does as it is asked, and its reply, if it is a good one, lacks this member of its JSON content. */
    void removeMember(String member);
}
