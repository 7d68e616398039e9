package dev.sandbank.internal.vendor.uphold.asset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A price as a fraction: it is divided only when it is applied or shown, so that no precision is lost.
 *
 * @param numerator the amount that one gets
 * @param denominator the amount that one gives for it
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator) {

    /** The number of digits that the bank shows. */
    private static final int DIGITS = 16;

    /** Returns the price of an asset in itself. */
    public static Ratio one() {
        return new Ratio(BigDecimal.ONE, BigDecimal.ONE);
    }

    public Ratio inverse() {
        return new Ratio(denominator, numerator);
    }

    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** Applies the price to an amount and rounds the result. */
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
