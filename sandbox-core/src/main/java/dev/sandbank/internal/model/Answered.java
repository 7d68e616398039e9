package dev.sandbank.internal.model;

/**
 * A reply and how it came about.
 *
 * @param reply what is sent back
 * @param ruling the decision behind it
 */
public record Answered(Reply reply, Ruling ruling) {

    public Answered with(Reply other) {
        return new Answered(other, ruling);
    }

    public Answered with(Ruling other) {
        return new Answered(reply, other);
    }
}
