package dev.sandbank.internal.vendor.apiture;

import dev.sandbank.internal.vendor.apiture.account.AccountParts;
import dev.sandbank.internal.vendor.apiture.account.Balances;
import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import dev.sandbank.internal.vendor.apiture.customer.CustomerParts;
import dev.sandbank.internal.vendor.apiture.institution.InstitutionParts;
import dev.sandbank.internal.vendor.apiture.transfer.Ledger;
import dev.sandbank.internal.vendor.apiture.transfer.Settlement;
import dev.sandbank.internal.vendor.apiture.transfer.Transfer;
import dev.sandbank.internal.vendor.apiture.transfer.TransferDates;
import dev.sandbank.internal.vendor.apiture.transfer.TransferParts;
import dev.sandbank.internal.vendor.apiture.transfer.TransferRules;
import dev.sandbank.internal.vendor.apiture.transfer.Transfers;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.ScheduledTask;
import dev.sandbank.internal.work.Vendor;
import dev.sandbank.internal.work.VendorParts;
import java.util.Map;

/** Apiture Digital Banking: the parts that its Java offers to its dialect, and the operations that it does itself. */
public final class Apiture implements Vendor {

    @Override
    public String name() {
        return "apiture";
    }

    @Override
    public VendorParts parts(OperationContext context) {
        BankCalendar calendar = new BankCalendar(context);
        return InstitutionParts.of(context, calendar)
                .and(AccountParts.of(context, calendar))
                .and(TransferParts.of(context, calendar, dates(context, calendar)))
                .and(CustomerParts.of(context));
    }

    @Override
    public Map<String, OperationHandler> works(OperationContext context, ReplyRenderer answers) {
        BankCalendar calendar = new BankCalendar(context);
        TransferDates dates = dates(context, calendar);
        Transfers transfers = new Transfers(
                context, answers, new TransferRules(context, calendar, dates), settlement(context, calendar, dates));
        return Map.of(
                "listAccountBalances", new Balances(context, calendar)::list,
                "createTransfer", transfers::create,
                "patchTransfer", transfers::patch);
    }

    @Override
    public Map<String, ScheduledTask> duties(OperationContext context) {
        BankCalendar calendar = new BankCalendar(context);
        return Map.of(Transfer.COLLECTION, settlement(context, calendar, dates(context, calendar)));
    }

    private static TransferDates dates(OperationContext context, BankCalendar calendar) {
        return new TransferDates(context.store(), calendar, context.settings());
    }

    private static Settlement settlement(OperationContext context, BankCalendar calendar, TransferDates dates) {
        return new Settlement(context, dates, new Ledger(context, calendar));
    }
}
