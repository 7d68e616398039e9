package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import dev.sandbank.internal.vendor.uphold.rail.RailLookup;
import dev.sandbank.internal.vendor.uphold.reference.AddressRules;
import java.util.Optional;

/** The networks for withdrawing coins, and their addresses. If a fixture has no rails, every network exists. */
public final class Rails {

    private static final String CRYPTO = "crypto";

    private final RailLookup known;
    private final AddressRules addresses;

    public Rails(Store store) {
        this.known = new RailLookup(store);
        this.addresses = new AddressRules(store.entries());
    }

    public Optional<Refusal> against(Node address) {
        if (known.isOpen(CRYPTO)) {
            return Optional.empty();
        }
        Optional<ObjectNode> rail = rail(address);
        if (rail.isEmpty()) {
            return Optional.of(UpholdRefusals.plain("no-rail", "There is no rail for this asset and network"));
        }
        return withdrawable(rail.get()).or(() -> addressable(rail.get(), address.node()));
    }

    private Optional<ObjectNode> rail(Node address) {
        return known.find(
                        CRYPTO,
                        address.node().path("network").asText(),
                        address.asset().code())
                .findFirst();
    }

    public boolean askForTravelRule(Node address) {
        return rail(address).filter(rail -> rail.path("travelRule").asBoolean()).isPresent();
    }

    private static Optional<Refusal> withdrawable(ObjectNode rail) {
        return RailLookup.hasFeature(rail, "withdraw")
                ? Optional.empty()
                : Optional.of(UpholdRefusals.node("Nothing can be withdrawn to this network"));
    }

    private Optional<Refusal> addressable(ObjectNode rail, ObjectNode node) {
        return addresses
                .against(rail, node)
                .map(problem ->
                        UpholdRefusals.about("address-invalid", problem.message(), "destination." + problem.member()));
    }
}
