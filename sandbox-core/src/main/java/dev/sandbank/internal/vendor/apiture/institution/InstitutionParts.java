package dev.sandbank.internal.vendor.apiture.institution;

import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.CallFact;
import java.util.Map;

/** The parts about institutions that the dialect can name. */
public final class InstitutionParts {

    private InstitutionParts() {}

    public static VendorParts of(OperationContext context, BankCalendar calendar) {
        InstitutionLookup lookup = new InstitutionLookup(context);
        CutOffTimes cutOffs = new CutOffTimes(context, calendar);
        DateRestrictions restrictions = new DateRestrictions(context, calendar);
        Map<String, CallFact> ofLookup = Map.of(
                "locatorFault", InstitutionLookup::fault,
                "institution", lookup::institution,
                "intermediaries", lookup::intermediaries);
        Map<String, CallFact> ofTimes = Map.of(
                "zoneFault", CutOffTimes::zoneFault,
                "zone", cutOffs::zone,
                "cutOffTimes", cutOffs::shown,
                "otherInstitution", restrictions::otherInstitution,
                "restrictionRange", restrictions::range,
                "restrictionSpan", restrictions::span,
                "restrictedDates", restrictions::dates,
                "accuracyEndsOn", restrictions::accuracyEndsOn);
        return new VendorParts(ofLookup, Map.of(), Map.of()).and(new VendorParts(ofTimes, Map.of(), Map.of()));
    }
}
