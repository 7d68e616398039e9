package dev.sandbank.internal.denial;

/**
 * One way in which an operation is refused, and how to bring it about.
 *
 * @param operation the operation's id
 * @param gate the gate that refuses
 * @param name what is wrong, in words; no other denial of the operation has the same
 * @param expected what the bank is to answer
 * @param byState whether a call is refused so though there is nothing wrong with how it is made
 * @param scene how it is brought about
 */
public record Denial(String operation, String gate, String name, Expected expected, boolean byState, Scene scene) {

    Denial named(String other) {
        return new Denial(operation, gate, other, expected, byState, scene);
    }
}
