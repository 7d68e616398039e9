package dev.sandbank.internal.vendor.uphold.transaction;

import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.vendor.uphold.asset.Denomination;
import dev.sandbank.internal.vendor.uphold.asset.Rates;
import dev.sandbank.internal.vendor.uphold.asset.Ratio;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;

/**
 * Computes what leaves, what arrives and what it costs.
 *
 * <p>The requested amount is rounded down to the asset's decimals; of the other amounts, what arrives is rounded down,
 * and what leaves and the fees are rounded up. So rounding never creates money.
 */
public final class Pricing {

    private final Rates rates;
    private final Fees fees;

    public Pricing(Rates rates, Fees fees) {
        this.rates = rates;
        this.fees = fees;
    }

    /** A price, or the reason why there is none. */
    public sealed interface Priced {

        <T> T fold(Function<Price, T> good, Function<Refusal, T> refused);
    }

    /**
     * A price.
     *
     * @param leaving the debit of the origin, including fees
     * @param arriving the credit of the destination
     * @param fees the fees in between
     * @param denomination the price of the denomination's asset in that of its end
     */
    public record Price(BigDecimal leaving, BigDecimal arriving, Fees.Charged fees, Ratio denomination)
            implements Priced {

        @Override
        public <T> T fold(Function<Price, T> good, Function<Refusal, T> refused) {
            return good.apply(this);
        }
    }

    public record None(Refusal refusal) implements Priced {

        @Override
        public <T> T fold(Function<Price, T> good, Function<Refusal, T> refused) {
            return refused.apply(refusal);
        }
    }

    public Priced price(TransactionLegs deal, Denomination denomination) {
        Node said = denomination.ofOrigin() ? deal.origin() : deal.destination();
        Optional<Ratio> ofSaid = rates.price(denomination.asset(), said.asset());
        Optional<Ratio> across =
                rates.price(deal.origin().asset(), deal.destination().asset());
        if (ofSaid.isEmpty() || across.isEmpty()) {
            return new None(UpholdRefusals.plain("pair-unknown", "There is no rate between these assets"));
        }
        BigDecimal exact = ofSaid.get().of(denomination.amount(), said.asset().decimals(), RoundingMode.DOWN);
        return denomination.ofOrigin()
                ? leaving(deal, exact, across.get(), ofSaid.get())
                : arriving(deal, exact, across.get(), ofSaid.get());
    }

    /** Prices an amount that leaves: fees are deducted from what arrives. */
    private Priced leaving(TransactionLegs deal, BigDecimal leaving, Ratio across, Ratio ofSaid) {
        Fees.Charged charged = fees.on(deal, leaving);
        BigDecimal net = leaving.subtract(charged.sum()).max(BigDecimal.ZERO);
        BigDecimal arriving = across.of(net, deal.destination().asset().decimals(), RoundingMode.DOWN);
        return positive(new Price(leaving, arriving, charged, ofSaid));
    }

    /** Prices an amount that arrives: fees are added to what leaves. */
    private Priced arriving(TransactionLegs deal, BigDecimal arriving, Ratio across, Ratio ofSaid) {
        BigDecimal net = across.inverse().of(arriving, deal.origin().asset().decimals(), RoundingMode.UP);
        Fees.Charged charged = fees.on(deal, net);
        return positive(new Price(net.add(charged.sum()), arriving, charged, ofSaid));
    }

    private static Priced positive(Price price) {
        return price.arriving().signum() > 0 && price.leaving().signum() > 0
                ? price
                : new None(UpholdRefusals.tooLittle("The amount is so small that nothing would arrive"));
    }
}
