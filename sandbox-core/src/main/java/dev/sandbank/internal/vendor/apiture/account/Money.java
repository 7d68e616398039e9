package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in this bank's notation: exact, with two decimals. */
public final class Money {

    private Money() {}

    /** Reads an amount of a document; a missing one is 0.00. */
    public static BigDecimal of(JsonNode text) {
        String amount = text.asText();
        return amount.isEmpty() ? BigDecimal.ZERO : new BigDecimal(amount);
    }

    public static String text(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }
}
