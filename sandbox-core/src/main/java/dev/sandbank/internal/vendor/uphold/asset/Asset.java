package dev.sandbank.internal.vendor.uphold.asset;

import java.math.BigDecimal;
import java.util.Set;

/**
 * What accounts hold: a currency or a coin.
 *
 * @param code its code, such as {@code EUR}
 * @param decimals the number of decimals
 * @param fiat whether it is a currency, whose amounts are shown with all decimals
 * @param features what users can do with it
 */
public record Asset(String code, int decimals, boolean fiat, Set<String> features) {

    /** Returns an amount in the bank's notation: {@code 100.00} of a currency, {@code 0.0021} of a coin. */
    public String text(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), fiat ? decimals : 0)).toPlainString();
    }

    /** Whether the asset has enough decimals for the amount. */
    public boolean divides(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= decimals;
    }

    /** Returns the smallest amount. */
    public BigDecimal least() {
        return BigDecimal.ONE.movePointLeft(decimals);
    }
}
