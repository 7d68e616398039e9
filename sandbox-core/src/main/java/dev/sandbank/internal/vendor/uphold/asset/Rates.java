package dev.sandbank.internal.vendor.uphold.asset;

import dev.sandbank.internal.store.Store;
import java.util.Optional;

/** The rates of a fixture as they are now. */
public final class Rates {

    private final Store store;

    public Rates(Store store) {
        this.store = store;
    }

    /** What one of an asset is in another, if that can be said. */
    public Optional<Ratio> price(Asset of, Asset in) {
        return of.code().equals(in.code())
                ? Optional.of(Ratio.one())
                : new RateHistory(store).now().price(of, in);
    }
}
