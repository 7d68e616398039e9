package dev.sandbank.gates;

import dev.sandbank.DenialReason;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.BuiltIn;
import java.util.Set;

/** One thing wrong with a call, and the gate that must notice. */
enum Fault {
    TOKEN_MISSING("token", DenialReason.TOKEN_MISSING),
    TOKEN_MALFORMED("token", DenialReason.TOKEN_MALFORMED),
    TOKEN_UNKNOWN("token", DenialReason.TOKEN_UNKNOWN),
    TOKEN_EXPIRED("token", DenialReason.TOKEN_EXPIRED),
    TOKEN_REVOKED("token", DenialReason.TOKEN_REVOKED),
    ROUTE_UNKNOWN("route", DenialReason.ROUTE_UNKNOWN),
    METHOD_NOT_ALLOWED("route", DenialReason.METHOD_NOT_ALLOWED),
    SCOPE_MISSING("scope", DenialReason.SCOPE_MISSING),
    ACTING_MALFORMED("on-behalf-of", DenialReason.ACTING_MALFORMED),
    ACTING_SCOPE_MISSING("on-behalf-of", DenialReason.SCOPE_MISSING),
    ACTING_SUBJECT_UNKNOWN("on-behalf-of", DenialReason.ACTING_SUBJECT_UNKNOWN),
    ACTING_NOT_ALLOWED("on-behalf-of", DenialReason.ACTING_NOT_ALLOWED),
    SUBJECT_NOT_ALLOWED("subject", DenialReason.SUBJECT_NOT_ALLOWED),
    SUBJECT_BLOCKED("blocked", DenialReason.SUBJECT_BLOCKED),
    INPUT_INVALID("input", DenialReason.INPUT_INVALID),
    RESOURCE_UNKNOWN("resource", DenialReason.RESOURCE_UNKNOWN),
    ENTITLEMENT_MISSING("entitlement", DenialReason.ENTITLEMENT_MISSING);

    private static final Set<Fault> ABOUT_WHOM = Set.of(
            ACTING_MALFORMED, ACTING_SCOPE_MISSING, ACTING_SUBJECT_UNKNOWN, ACTING_NOT_ALLOWED, SUBJECT_NOT_ALLOWED);
    private static final Set<Fault> LEAVE_NO_USER =
            Set.of(ACTING_SUBJECT_UNKNOWN, ACTING_NOT_ALLOWED, SUBJECT_NOT_ALLOWED);

    private final String gate;
    private final String refusal;

    Fault(String gate, String refusal) {
        this.gate = gate;
        this.refusal = refusal;
    }

    String gate() {
        return gate;
    }

    String refusal() {
        return refusal;
    }

    boolean isOfToken() {
        return gate.equals("token");
    }

    /** Whether the resource has to do with it, and so where the call names it. */
    boolean isAboutResource() {
        return this == INPUT_INVALID || this == RESOURCE_UNKNOWN || this == ENTITLEMENT_MISSING;
    }

    /** Whether this call can have it at all. */
    boolean fits(Sample sample) {
        return switch (this) {
            case ACTING_MALFORMED, ACTING_SCOPE_MISSING, ACTING_SUBJECT_UNKNOWN, ACTING_NOT_ALLOWED ->
                sample.built() == BuiltIn.UPHOLD;
            case SUBJECT_NOT_ALLOWED -> !sample.operation().subjects().isEmpty();
            case SUBJECT_BLOCKED ->
                sample.built() == BuiltIn.APITURE
                        || (!sample.operation().method().equals("GET") && !sample.isForClients());
            case SCOPE_MISSING -> !sample.scopes().isEmpty();
            case INPUT_INVALID ->
                sample.built() == BuiltIn.UPHOLD || !sample.words().bad().isEmpty();
            case RESOURCE_UNKNOWN -> sample.namesResource();
            case ENTITLEMENT_MISSING -> !sample.words().denied().isEmpty();
            default -> true;
        };
    }

    /** Whether a call that has this can have a fault of a later gate as well. */
    boolean goesWith(Fault later, Sample sample) {
        if (AnswerAssert.GATES.indexOf(gate) >= AnswerAssert.GATES.indexOf(later.gate)) {
            return false;
        }
        if (ABOUT_WHOM.contains(this) && ABOUT_WHOM.contains(later)) {
            return false;
        }
        if (LEAVE_NO_USER.contains(this) && later == SUBJECT_BLOCKED) {
            return false;
        }
        boolean sameId = this == RESOURCE_UNKNOWN || (this == INPUT_INVALID && sample.hasBadId());
        boolean aboutId = later == RESOURCE_UNKNOWN || later == ENTITLEMENT_MISSING;
        return !(sameId && aboutId) || sample.namesResourcesInQuery();
    }
}
