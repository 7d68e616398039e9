package dev.sandbank.internal.dialect;

/** Thrown when a dialect asks for something impossible, which shows only with the data of a call. */
public final class DialectException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    public DialectException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
