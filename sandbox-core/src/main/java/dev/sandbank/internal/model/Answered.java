package dev.sandbank.internal.model;

/**
 * A reply and how it came about.
 *
 * @param reply what is sent back
 * @param ruling the decision behind it
 * @param number its place among all decisions of the sandbox, from 1; 0 while it has none
 */
public record Answered(Reply reply, Ruling ruling, long number) {

    public Answered(Reply reply, Ruling ruling) {
        this(reply, ruling, 0);
    }

    public Answered with(Reply other) {
        return new Answered(other, ruling, number);
    }

    public Answered with(Ruling other) {
        return new Answered(reply, other, number);
    }

    public Answered numbered(long place) {
        return new Answered(reply, ruling, place);
    }
}
