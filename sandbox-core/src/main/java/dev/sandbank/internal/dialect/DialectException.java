package dev.sandbank.internal.dialect;

/** Says that a dialect asks for what cannot be done for a call, as became known only with its data. */
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
