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
 * What leaves, what arrives and what it costs.
 *
 * <p>What a call asks for is rounded down to what there is of the asset; of the rest, what arrives is rounded down, and
 * what leaves and fees are rounded up. So no rounding ever makes anything out of nothing.
 */
public final class Pricing {

    private final Rates rates;
    private final Fees fees;

    public Pricing(Rates rates, Fees fees) {
        this.rates = rates;
        this.fees = fees;
    }

    /** A price, or why there is none. */
    public sealed interface Priced {

        <T> T fold(Function<Price, T> good, Function<Refusal, T> refused);
    }

    /**
     * A price.
     *
     * @param leaving what the origin is debited, fees included
     * @param arriving what the destination is credited
     * @param fees what lies between
     * @param denomination the denomination's asset in that of the end that it is about
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

    /** So much leaves: fees come out of what arrives. */
    private Priced leaving(TransactionLegs deal, BigDecimal leaving, Ratio across, Ratio ofSaid) {
        Fees.Charged charged = fees.on(deal, leaving);
        BigDecimal net = leaving.subtract(charged.sum()).max(BigDecimal.ZERO);
        BigDecimal arriving = across.of(net, deal.destination().asset().decimals(), RoundingMode.DOWN);
        return positive(new Price(leaving, arriving, charged, ofSaid));
    }

    /** So much arrives: fees come on top of what leaves. */
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
