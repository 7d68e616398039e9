package dev.sandbank.internal.vendor.uphold.asset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A price as a fraction: it is divided only where it is applied or shown, so that nothing is lost on the way.
 *
 * @param numerator what is had
 * @param denominator for so much
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator) {

    /** As many digits as the bank shows. */
    private static final int DIGITS = 16;

    /** That of an asset in itself. */
    public static Ratio one() {
        return new Ratio(BigDecimal.ONE, BigDecimal.ONE);
    }

    public Ratio inverse() {
        return new Ratio(denominator, numerator);
    }

    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** So much of it, to so many decimals. */
    public BigDecimal of(BigDecimal amount, int decimals, RoundingMode rounding) {
        return amount.multiply(numerator).divide(denominator, decimals, rounding);
    }

    public String text() {
        return numerator
                .divide(denominator, new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
