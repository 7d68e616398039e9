package dev.sandbank.internal.vendor.uphold;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.vendor.uphold.asset.DefaultAccounts;
import dev.sandbank.internal.vendor.uphold.asset.Metadata;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.vendor.uphold.customer.CooldownDeadlines;
import dev.sandbank.internal.vendor.uphold.customer.UserParts;
import dev.sandbank.internal.vendor.uphold.deadline.UserDeadlines;
import dev.sandbank.internal.vendor.uphold.deposit.DepositParts;
import dev.sandbank.internal.vendor.uphold.deposit.SimulatedDeposits;
import dev.sandbank.internal.vendor.uphold.external.ExternalAccountParts;
import dev.sandbank.internal.vendor.uphold.external.IssuerAnswers;
import dev.sandbank.internal.vendor.uphold.file.FileParts;
import dev.sandbank.internal.vendor.uphold.kyc.KycDeadlines;
import dev.sandbank.internal.vendor.uphold.kyc.KycParts;
import dev.sandbank.internal.vendor.uphold.kyc.Onboarding;
import dev.sandbank.internal.vendor.uphold.metadata.EntityMetadata;
import dev.sandbank.internal.vendor.uphold.portfolio.PortfolioParts;
import dev.sandbank.internal.vendor.uphold.reference.ReferenceParts;
import dev.sandbank.internal.vendor.uphold.transaction.InformationRequests;
import dev.sandbank.internal.vendor.uphold.transaction.OpenTransactions;
import dev.sandbank.internal.vendor.uphold.transaction.Quotes;
import dev.sandbank.internal.vendor.uphold.transaction.UpholdSettlement;
import dev.sandbank.internal.vendor.uphold.transaction.UpholdTransactions;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.ScheduledTask;
import dev.sandbank.internal.work.Vendor;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.EntryFact;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Uphold Enterprise: the parts that its Java offers to its dialect, the operations that it does itself, and what
 * happens as time passes.
 */
public final class Uphold implements Vendor {

    @Override
    public String name() {
        return "uphold";
    }

    @Override
    public VendorParts parts(OperationContext context) {
        Map<String, CallFact> ofCall = new HashMap<>(new UserRules(context).findings());
        ofCall.put("metadataLength", Metadata::length);
        ofCall.put("onboardedAt", UserRules::onboardedAt);
        OpenTransactions pending = new OpenTransactions(context.store());
        Map<String, EntryFact> ofEntry = Map.of(
                "hasBalance",
                        (call, user) -> UpholdBalances.hasAny(context.store().entries(), user.id()),
                "isWaiting", (call, user) -> pending.of(user.id()),
                "isPending", (call, account) -> pending.of(call.subject().id(), account.id()));
        return new VendorParts(ofCall, ofEntry, Map.of("defaultAccounts", new DefaultAccounts(context.visible())::of))
                .and(PortfolioParts.of(context))
                .and(ExternalAccountParts.of(context))
                .and(ReferenceParts.of(context))
                .and(UserParts.of(context))
                .and(EntityMetadata.parts())
                .and(FileParts.of(context))
                .and(DepositParts.of(context))
                .and(KycParts.of(context));
    }

    @Override
    public Map<String, OperationHandler> works(OperationContext context, ReplyRenderer answers) {
        UpholdTransactions transactions = new UpholdTransactions(context, answers, new UpholdSettlement(context));
        SimulatedDeposits deposits = new SimulatedDeposits(context, transactions);
        Map<String, OperationHandler> works = new HashMap<>(KycParts.works(context, answers));
        works.putAll(Map.of(
                "core.create-quote", new Quotes(context, answers)::create,
                "core.create-transaction", transactions::create,
                "core.simulate-bank-deposit", deposits::simulate,
                "core.simulate-crypto-deposit", deposits::simulate,
                "core.update-transaction-request-for-information",
                        call -> new InformationRequests(context).answer(call, answers)));
        return works;
    }

    @Override
    public Map<String, ScheduledTask> duties(OperationContext context) {
        return Map.of(
                Quotes.QUOTES,
                new Expiry(context),
                UpholdTransactions.TRANSACTIONS,
                new UpholdSettlement(context),
                InformationRequests.REQUESTS,
                new InformationRequests(context),
                "externalAccounts",
                new IssuerAnswers(context.store()),
                Directory.USERS,
                new UserDeadlines(
                        context.store(),
                        List.of(new KycDeadlines(context), new CooldownDeadlines(), new Onboarding(context))));
    }

    /** Removes a quote when it expires; a fixture's quote need not expire. */
    private record Expiry(OperationContext context) implements ScheduledTask {

        @Override
        public void run(Entry quote, Instant at) {
            if (!quote.document().has("expiresAt")) {
                return;
            }
            Instant expiry = Instant.parse(quote.document().path("expiresAt").asText());
            if (expiry.isAfter(at)) {
                context.store().alarms().set(Quotes.QUOTES, quote.id(), expiry);
            } else {
                context.store().entries().delete(Quotes.QUOTES, quote.id());
            }
        }
    }
}
