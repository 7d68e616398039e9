package dev.sandbank.internal.vendor.uphold.deposit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.uphold.asset.Asset;
import dev.sandbank.internal.vendor.uphold.asset.Assets;
import dev.sandbank.internal.vendor.uphold.asset.DefaultAccounts;
import dev.sandbank.internal.vendor.uphold.rail.RailLookup;
import dev.sandbank.internal.vendor.uphold.transaction.Capabilities;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts about deposit methods that the dialect can name, and the checks on them. */
public final class DepositParts {

    private static final Set<String> BANKS = Set.of("ach", "fednow", "rtp", "wire", "fps", "sepa");

    private final Assets assets;
    private final RailLookup rails;
    private final Capabilities capabilities;
    private final DefaultAccounts defaults;

    private DepositParts(OperationContext context) {
        this.assets = new Assets(context.store());
        this.rails = new RailLookup(context.store());
        this.capabilities = new Capabilities(context);
        this.defaults = new DefaultAccounts(context.visible());
    }

    public static VendorParts of(OperationContext context) {
        DepositMethods methods = new DepositMethods(context);
        DepositParts rules = new DepositParts(context);
        Map<String, CallFact> ofCall = new HashMap<>();
        ofCall.put("depositMethodId", methods::id);
        ofCall.put("depositStatus", methods::status);
        ofCall.put("depositNextStatus", methods::nextStatus);
        ofCall.put("depositReadyAt", methods::readyAt);
        ofCall.put("depositDetails", methods::details);
        ofCall.put(
                "depositKnownDetails",
                call -> methods.of(call)
                        .map(method -> method.document().get("details"))
                        .orElse(null));
        ofCall.put("depositWithoutRail", rules::withoutRail);
        ofCall.put("depositRailUseless", rules::railUseless);
        ofCall.put("depositFeature", rules::feature);
        ofCall.put("depositNotDefault", rules::notDefault);
        ofCall.put("depositIncapable", rules::incapable);
        ofCall.putAll(new PaymentRules(context, methods).facts());
        return new VendorParts(ofCall, Map.of(), Map.of());
    }

    /** Checks the network if the fixture has no rails: coins come over any network, and money over those of banks. */
    private @Nullable Finding withoutRail(Call call) {
        String type = DepositMethods.said(call, "type");
        boolean there = rails.isOpen(type)
                ? !type.equals("bank") || BANKS.contains(DepositMethods.said(call, "network"))
                : rails(call).findAny().isPresent();
        return there ? null : new Finding("There is no rail for this network and asset", Map.of());
    }

    private Stream<ObjectNode> rails(Call call) {
        return rails.find(
                DepositMethods.said(call, "type"),
                DepositMethods.said(call, "network"),
                DepositMethods.said(call, "asset"));
    }

    private @Nullable Finding railUseless(Call call) {
        return rails(call).allMatch(rail -> RailLookup.hasFeature(rail, "deposit"))
                ? null
                : new Finding("The rail takes no deposits", Map.of("feature", "deposit"));
    }

    /** Checks the asset: if it differs from the account's, the bank must buy it for the account. */
    private @Nullable Finding feature(Call call) {
        Asset held = assets.get(account(call).document().path("asset").asText());
        return held.code().equals(DepositMethods.said(call, "asset"))
                ? null
                : Stream.of("buy", "transfer")
                        .filter(feature -> !held.features().contains(feature))
                        .findFirst()
                        .map(feature -> new Finding(
                                "The feature " + feature + " is not available for the asset of the account",
                                Map.of("feature", feature)))
                        .orElse(null);
    }

    private @Nullable Finding notDefault(Call call) {
        boolean limited = rails(call)
                .flatMap(rail -> rail.path("constraints").valueStream())
                .anyMatch(constraint -> constraint.path("allowed").asText().equals("default-only"));
        String account = account(call).id();
        return !limited || defaults.of(call).stream().map(Entry::id).anyMatch(account::equals)
                ? null
                : new Finding("The rail takes deposits for default accounts only", Map.of());
    }

    private @Nullable Finding incapable(Call call) {
        List<String> needed = List.of("deposits", DepositMethods.said(call, "type") + "-deposits");
        return capabilities
                .against(call.subject().id(), needed)
                .map(refusal -> new Finding(refusal.detail(), refusal.facts()))
                .orElse(null);
    }

    private static Entry account(Call call) {
        return call.resources().get(0).entry();
    }
}
