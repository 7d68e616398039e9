package dev.sandbank.internal.vendor.apiture.account;

import dev.sandbank.internal.vendor.apiture.customer.Customers;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.EntryFact;
import java.util.HashMap;
import java.util.Map;

/** The parts about accounts, their owners, protection and history that the dialect can name. */
public final class AccountParts {

    private AccountParts() {}

    public static VendorParts of(OperationContext context, BankCalendar calendar) {
        AccountNames names = new AccountNames(context.store().links());
        Permissions permissions = new Permissions(context.store().links());
        Map<String, EntryFact> ofEntry = Map.of(
                "label", (call, account) -> names.label(call.subject(), account),
                "nickname", (call, account) -> names.nickname(call.subject(), account),
                "maskedNumber", (call, account) -> AccountNames.maskedNumber(account),
                "allowsAsked",
                        (call, account) -> permissions
                                .of(call.subject(), account)
                                .containsAll(call.input().texts("allows")));
        return new VendorParts(Map.of(), ofEntry, Map.of())
                .and(history(context, calendar))
                .and(owners(context))
                .and(overdraft(context))
                .and(ach(context))
                .and(new AccountReferences(context.store()).parts());
    }

    private static VendorParts history(OperationContext context, BankCalendar calendar) {
        Transactions transactions = new Transactions(context, calendar);
        Map<String, CallFact> ofCall = Map.of(
                "reversedRange", ReversedRange::in,
                "retryCount", Retries::next,
                "retryAfter", transactions::retryAfter,
                "overdue", transactions::overdue,
                "categories", new Categories(context.store().entries())::of);
        return new VendorParts(ofCall, Map.of(), Map.of("history", transactions::history));
    }

    private static VendorParts owners(OperationContext context) {
        JointOwners owners = new JointOwners(context.store());
        return new VendorParts(
                Map.of("identification", JointOwners::identification),
                Map.of("jointOwners", owners::others, "isOwner", owners::invites),
                Map.of());
    }

    private static VendorParts overdraft(OperationContext context) {
        Overdraft overdraft = new Overdraft(context);
        Map<String, CallFact> ofCall = new HashMap<>();
        ofCall.put("overdraftChosen", overdraft::chosen);
        ofCall.put("overdraftCount", overdraft::count);
        ofCall.put("overdraftTwice", overdraft::twice);
        ofCall.put("overdraftUnknown", overdraft::unknown);
        ofCall.put("overdraftIneligible", overdraft::ineligible);
        Map<String, EntryFact> ofEntry =
                Map.of("overdraftAccounts", overdraft::of, "canProtect", overdraft::canProtect);
        return new VendorParts(ofCall, ofEntry, Map.of());
    }

    private static VendorParts ach(OperationContext context) {
        AchEligibility ach = new AchEligibility(context.store(), new Customers(context.store()));
        return new VendorParts(
                Map.of("otherCustomer", ach::otherCustomer),
                Map.of("takesSecCode", AchEligibility::takes, "isOfCustomer", ach::isOfCustomer),
                Map.of());
    }
}
