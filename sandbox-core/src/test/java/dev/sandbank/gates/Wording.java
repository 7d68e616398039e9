package dev.sandbank.gates;

import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.BuiltIn;
import java.util.TreeSet;

/** How each bank must say each refusal, written from the contracts and not from the dialects. */
record Wording(int status, String word) {

    static Wording of(Sample sample, Fault fault) {
        return sample.built() == BuiltIn.UPHOLD ? uphold(fault) : apiture(sample, fault);
    }

    private static Wording uphold(Fault fault) {
        return switch (fault) {
            case TOKEN_MISSING, TOKEN_MALFORMED, TOKEN_UNKNOWN -> new Wording(401, "token_invalid");
            case TOKEN_EXPIRED -> new Wording(401, "token_expired");
            case TOKEN_REVOKED -> new Wording(401, "token_revoked");
            case ROUTE_UNKNOWN, ACTING_SUBJECT_UNKNOWN, RESOURCE_UNKNOWN -> new Wording(404, "entity_not_found");
            case METHOD_NOT_ALLOWED -> new Wording(405, "method_not_allowed");
            case SCOPE_MISSING, ACTING_SCOPE_MISSING -> new Wording(403, "token_insufficient_scopes");
            case ACTING_MALFORMED, INPUT_INVALID -> new Wording(400, "request_invalid");
            case ACTING_NOT_ALLOWED, SUBJECT_NOT_ALLOWED -> new Wording(403, "subject_not_allowed");
            case SUBJECT_BLOCKED -> new Wording(409, "operation-not-allowed");
            case ENTITLEMENT_MISSING -> throw new AssertionError("there are no entitlements");
        };
    }

    private static Wording apiture(Sample sample, Fault fault) {
        return switch (fault) {
            case TOKEN_MISSING, TOKEN_MALFORMED, TOKEN_UNKNOWN, TOKEN_REVOKED -> problem(401, "unauthorized");
            case TOKEN_EXPIRED -> problem(401, "sessionExpired");
            case ROUTE_UNKNOWN -> problem(404, "notFound");
            case METHOD_NOT_ALLOWED -> problem(405, "methodNotAllowed");
            case SUBJECT_BLOCKED -> problem(403, "customerDisabled");
            case INPUT_INVALID -> problem(400, "badRequest");
            case RESOURCE_UNKNOWN -> unknown(sample);
            case ENTITLEMENT_MISSING ->
                problem(
                        403,
                        !sample.namesResourceInContent()
                                ? "forbidden"
                                : "cannotTransfer" + (ofSource(sample) ? "From" : "To"));
            default -> problem(403, "forbidden");
        };
    }

    private static Wording unknown(Sample sample) {
        if (sample.namesResourcesInQuery()) {
            return new Wording(422, "https://production.api.apiture.com/errors/invalidAccountId/v0.2.0");
        }
        if (sample.operation().id().equals("getOverdraftProtection")) {
            return new Wording(404, "https://production.api.apiture.com/errors/invalidAccountId/v0.2.0");
        }
        String side = ofSource(sample) ? "Source" : "Target";
        return sample.namesResourceInContent()
                ? problem(422, "invalid" + side + "AccountId")
                : problem(404, "notFound");
    }

    private static boolean ofSource(Sample sample) {
        return sample.words().body().contains("\"sourceAccount\":{\"id\":\"{}\"");
    }

    private static Wording problem(int status, String name) {
        return new Wording(status, "https://production.api.apiture.com/errors/" + name + "/v1.0.0");
    }

    /** Holds status, content type, code or type, and the headers that go with them, against an answer. */
    static void check(AnswerAssert answer, Sample sample, Fault fault) {
        Wording wording = of(sample, fault);
        boolean uphold = sample.built() == BuiltIn.UPHOLD;
        answer.hasStatus(wording.status)
                .has(uphold ? "/code" : "/type", wording.word)
                .hasHeader("Content-Type", uphold ? "application/json" : "application/problem+json");
        String realm = "Bearer realm=\"" + sample.built().fixture() + '"';
        switch (wording.status) {
            case 401 -> answer.hasHeaderMatching("WWW-Authenticate", realm + challenge(fault));
            case 405 -> answer.hasHeader("Allow", allowed(sample));
            default -> {
                if (fault == Fault.SCOPE_MISSING) {
                    String needed = String.join(" ", sample.scopes());
                    answer.hasHeader(
                            "WWW-Authenticate", realm + ", error=\"insufficient_scope\", scope=\"" + needed + '"');
                }
            }
        }
    }

    private static String challenge(Fault fault) {
        return fault == Fault.TOKEN_MISSING ? "" : ", error=\"invalid_token\", error_description=\"[^\"]+\"";
    }

    private static String allowed(Sample sample) {
        TreeSet<String> methods = new TreeSet<>(sample.methodsHere());
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
