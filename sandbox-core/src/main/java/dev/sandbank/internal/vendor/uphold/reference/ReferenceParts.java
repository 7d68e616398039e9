package dev.sandbank.internal.vendor.uphold.reference;

import dev.sandbank.internal.vendor.uphold.asset.Assets;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import java.util.Map;

/** The parts about reference data that the dialect can name. */
public final class ReferenceParts {

    private ReferenceParts() {}

    public static VendorParts of(OperationContext context) {
        return countries(context).and(networks(context)).and(assets(context));
    }

    private static VendorParts assets(OperationContext context) {
        AssetList assets = new AssetList(context);
        RateList rates = new RateList(context, assets);
        return new VendorParts(
                Map.of("unquotable", rates::unquotable, "isQuotable", rates::isQuotable, "rateHistory", rates::history),
                Map.of("assetType", assets::type, "assetDecimals", assets::decimals, "assetFeatures", assets::features),
                Map.of(
                        "assets", assets::sorted,
                        "assetOfPath", assets::ofPath,
                        "assetsOfBody", assets::ofBody,
                        "rates", rates::of));
    }

    private static VendorParts networks(OperationContext context) {
        Networks networks = new Networks(context.store().entries());
        Assets assets = new Assets(context.store());
        return new VendorParts(
                Map.of("addressProblem", new AddressRules(context.store().entries())::told),
                Map.of(
                        "networkName",
                        Networks::name,
                        "railDecimals",
                        (call, rail) -> assets.get(rail.document().path("asset").asText())
                                .decimals()),
                Map.of("networks", networks::all));
    }

    private static VendorParts countries(OperationContext context) {
        Countries countries = new Countries(context.store().entries());
        return new VendorParts(
                Map.of(),
                Map.of(
                        "countryName", Countries::name,
                        "nationalCurrency", Countries::currency,
                        "subdivisions", Countries::subdivisions),
                Map.of("countries", countries::all, "countryOfPath", countries::ofPath));
    }
}
