package dev.sandbank.internal.vendor.uphold.kyc;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.EntryFact;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts about KYC that the dialect can name, and the work of its updates. */
public final class KycParts {

    /** A language range of RFC 9110, with its weight. */
    private static final Pattern LANGUAGE = Pattern.compile(
            "(\\*|[A-Za-z]{1,8})(-(\\*|[0-9A-Za-z]{1,8})){0,20}" + "(\\s*;\\s*q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?))?");

    private KycParts() {}

    public static VendorParts of(OperationContext context) {
        KycForms forms = new KycForms(context.store().entries());
        KycView view = new KycView(context, forms);
        SentFiles files = new SentFiles(context.visible());
        return new VendorParts(
                Map.of(
                        "kycForbidden", new KycRules(context)::against,
                        "kycFileUnknown", files::unknown,
                        "kycFileInvalid", files::invalid,
                        "kycOfNewUser", new NewUsers(context.settings())::kyc,
                        "language", KycParts::language,
                        "taxNumber", TaxRules::number,
                        "taxReason", TaxRules::reason,
                        "taxSignature", TaxRules::signature),
                ofUser(context, view),
                Map.of("kycForms", forms::of));
    }

    private static Map<String, EntryFact> ofUser(OperationContext context, KycView view) {
        Map<String, EntryFact> facts = new HashMap<>(Map.of(
                "kycSummary", view::summary,
                "kycOverview", view::overview,
                "kycProcess", view::updated,
                "kycWarnings", view::warnings,
                "onboardingStatus", (call, user) -> Onboarding.status(user)));
        Stream.of(KycProcess.values())
                .forEach(process -> facts.put(
                        "kyc." + process.member(),
                        (call, user) -> Kyc.told(user, context).status(process)));
        return facts;
    }

    public static Map<String, OperationHandler> works(OperationContext context, ReplyRenderer answers) {
        KycUpdate update = new KycUpdate(context);
        return Stream.of(KycProcess.values())
                .filter(KycProcess::isUpdated)
                .collect(Collectors.toMap(
                        process -> "core.update-kyc-" + process.code(),
                        process -> call -> update.perform(call, answers)));
    }

    /** Returns what is wrong with {@code Accept-Language}, if it is malformed. */
    private static @Nullable Finding language(Call call) {
        return call.input()
                .text("Accept-Language")
                .filter(wish -> !isReadable(wish))
                .map(wish -> new Finding("Accept-Language is malformed", Map.of()))
                .orElse(null);
    }

    private static boolean isReadable(String wish) {
        return Stream.of(wish.split(",", -1))
                .allMatch(each -> LANGUAGE.matcher(each.strip()).matches());
    }
}
