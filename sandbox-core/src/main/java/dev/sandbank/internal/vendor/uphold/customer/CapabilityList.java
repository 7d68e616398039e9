package dev.sandbank.internal.vendor.uphold.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.work.OperationContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lists capabilities: those that the bank always lists, and those in a user's entry. */
final class CapabilityList {

    private final OperationContext context;
    private final UserCapabilities capabilities;

    CapabilityList(OperationContext context) {
        this.context = context;
        this.capabilities = new UserCapabilities(context);
    }

    /** The capabilities that the bank knows: the code, a name for people, and whether it lists them for everybody. */
    private enum Known {
        CRYPTO_WITHDRAWALS("Withdraw to crypto networks", true),
        CARD_WITHDRAWALS("Withdraw to card", true),
        BANK_WITHDRAWALS("Withdraw to bank", true),
        APPLE_PAY_WITHDRAWALS("Withdraw with Apple Pay", false),
        PAYPAL_WITHDRAWALS("Withdraw to PayPal", false),
        VENMO_WITHDRAWALS("Withdraw to Venmo", false),
        CRYPTO_DEPOSITS("Deposit from crypto networks", true),
        BANK_DEPOSITS("Deposit from bank", true),
        DEPOSITS("Deposit", true),
        RECEIVES("Receive", true),
        SENDS("Send", true),
        TRADES("Trade", true),
        CARDS("Cards", true),
        APPLE_PAY("Apple Pay", false),
        PAYPAL("PayPal", false),
        VENMO("Venmo", false),
        UNIQUE_ACCOUNT_NUMBER_VIBAN("Virtual account number", true);

        private final String title;
        private final boolean isUsual;

        Known(String title, boolean isUsual) {
            this.title = title;
            this.isUsual = isUsual;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns the caller's capabilities, in the bank's order. */
    List<Entry> of(Call call) {
        return context.store().entries().find(Directory.USERS, call.subject().id()).stream()
                .flatMap(user -> Stream.of(Known.values())
                        .filter(known -> known.isUsual
                                || UserCapabilities.listed(user, known.code()).isPresent())
                        .map(known -> entry(known, capabilities.of(user, known.code()))))
                .toList();
    }

    private static Entry entry(Known known, ObjectNode capability) {
        if (!capability.has("name")) {
            capability.put("name", known.title);
        }
        return new Entry("capabilities", known.code(), null, capability, Instant.EPOCH, Instant.EPOCH);
    }
}
