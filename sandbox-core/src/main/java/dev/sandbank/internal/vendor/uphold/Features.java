package dev.sandbank.internal.vendor.uphold;

import dev.sandbank.internal.model.Refusal;
import java.util.Optional;

/** Whether the assets of a transaction can be sold, bought, transferred, deposited and withdrawn as it would take. */
final class Features {

    private Features() {}

    static Optional<Refusal> against(TransactionLegs deal) {
        return moved(deal).or(() -> converted(deal));
    }

    private static Optional<Refusal> moved(TransactionLegs deal) {
        return switch (deal.kind()) {
            case TRANSFER -> lacks("origin", deal.origin(), "transfer");
            case DEPOSIT -> lacks("origin", deal.origin(), "deposit");
            case WITHDRAWAL, CRYPTO_WITHDRAWAL -> lacks("destination", deal.destination(), "withdraw");
            case TRADE -> Optional.empty();
        };
    }

    private static Optional<Refusal> converted(TransactionLegs deal) {
        return deal.converts()
                ? lacks("origin", deal.origin(), "sell").or(() -> lacks("destination", deal.destination(), "buy"))
                : Optional.empty();
    }

    private static Optional<Refusal> lacks(String name, Node end, String feature) {
        return end.asset().features().contains(feature)
                ? Optional.empty()
                : Optional.of(UpholdRefusals.feature(name, feature));
    }
}
