package dev.sandbank.internal.model;

/**
 * A reply and how it came about.
 *
 * @param reply what is sent back
 * @param ruling the decision behind it
 */
public record DecidedReply(Reply reply, Ruling ruling) {

    public DecidedReply with(Reply other) {
        return new DecidedReply(other, ruling);
    }

    public DecidedReply with(Ruling other) {
        return new DecidedReply(reply, other);
    }
}
