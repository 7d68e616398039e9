package dev.sandbank.gates;

import static dev.sandbank.testing.UpholdSeed.ACT;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A sample call with some faults, ready to be sent. */
record Attempt(Sample sample, Set<Fault> faults) {

    static Attempt of(Sample sample, Fault... faults) {
        return new Attempt(sample, Set.of(faults));
    }

    HttpCall on(Sandbank bank) {
        HttpCall call = HttpCall.call(bank, method(), target());
        if (!sample.words().body().isEmpty()) {
            String type = sample.words().body().startsWith("[") ? "application/json-patch+json" : "application/json";
            call.content(type, sample.words().body().replace("{}", id()));
        }
        if (has(Fault.SUBJECT_BLOCKED)) {
            bank.user(sample.user()).block();
        }
        if (sample.built() == BuiltIn.UPHOLD) {
            actFor(call);
        }
        authorize(bank, call);
        return call;
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }

    private String method() {
        return has(Fault.METHOD_NOT_ALLOWED)
                ? Stream.of("PUT", "DELETE", "PATCH", "POST")
                        .filter(method -> !sample.methodsHere().contains(method))
                        .findFirst()
                        .orElseThrow()
                : sample.operation().method();
    }

    private String target() {
        String[] parts = sample.words().path().replace("{}", id()).split("\\?", 2);
        String path = Sample.dialect(sample.built()).api().base() + parts[0];
        String query = parts.length == 2 ? "?" + parts[1] : "";
        if (has(Fault.INPUT_INVALID) && sample.hasBadQuery()) {
            query = sample.words().bad() + query.replace('?', '&');
        }
        return path + (has(Fault.ROUTE_UNKNOWN) ? "/nowhere/at/all" : "") + query;
    }

    private String id() {
        if (has(Fault.INPUT_INVALID) && sample.hasBadId()) {
            return sample.words().bad();
        }
        if (has(Fault.RESOURCE_UNKNOWN) && has(Fault.ENTITLEMENT_MISSING)) {
            return sample.words().denied() + "," + sample.unknownId();
        }
        String known = has(Fault.ENTITLEMENT_MISSING)
                ? sample.words().denied()
                : sample.words().good();
        return has(Fault.RESOURCE_UNKNOWN) ? sample.unknownId() : known;
    }

    private void actFor(HttpCall call) {
        if (has(Fault.INPUT_INVALID)) {
            call.header("X-Uphold-User-Country", "gb");
        }
        if (has(Fault.ACTING_MALFORMED)) {
            call.header("X-On-Behalf-Of", "user  " + sample.user());
        } else if (has(Fault.ACTING_SUBJECT_UNKNOWN)) {
            call.onBehalfOf(UpholdSeed.UNKNOWN_USER);
        } else if (has(Fault.ACTING_NOT_ALLOWED)) {
            call.onBehalfOf(UpholdSeed.BRUNO);
        } else if (has(Fault.ACTING_SCOPE_MISSING) || has(Fault.SUBJECT_NOT_ALLOWED) == sample.isForClients()) {
            call.onBehalfOf(sample.user());
        }
        call.header("X-Uphold-User-Ip", "192.0.2.7");
    }

    private void authorize(Sandbank bank, HttpCall call) {
        if (has(Fault.TOKEN_MISSING)) {
            return;
        }
        String token = token(bank);
        if (has(Fault.TOKEN_EXPIRED)) {
            bank.tokens().expire(token);
        }
        if (has(Fault.TOKEN_REVOKED)) {
            bank.tokens().revoke(token);
        }
        if (has(Fault.TOKEN_UNKNOWN)) {
            token = new StringBuilder(token).reverse().toString();
        }
        call.bearer(has(Fault.TOKEN_MALFORMED) ? token + " " + token : token);
    }

    private String token(Sandbank bank) {
        String[] scopes = scopes(bank).toArray(String[]::new);
        if (sample.built() == BuiltIn.APITURE) {
            return bank.tokens().forUser(sample.client(bank), sample.user(), scopes);
        }
        if (has(Fault.ACTING_NOT_ALLOWED)) {
            bank.client(UpholdSeed.ADA_ONLY).setScopes(scopes);
            return bank.tokens().forClient(UpholdSeed.ADA_ONLY);
        }
        if (scopes.length == 0) {
            return bank.tokens().forClient("no-scopes");
        }
        return bank.tokens().forClient(sample.client(bank), scopes);
    }

    /** What is needed and no more; if a scope is to be missing, everything else. */
    private Set<String> scopes(Sandbank bank) {
        Set<String> scopes = sample.scopes();
        if (has(Fault.SCOPE_MISSING)) {
            scopes = new TreeSet<>(bank.client(sample.client(bank)).scopes());
            scopes.removeAll(sample.scopes());
        }
        if (sample.built() == BuiltIn.UPHOLD) {
            scopes.add(ACT);
        }
        if (has(Fault.ACTING_SCOPE_MISSING)) {
            scopes.remove(ACT);
        }
        return scopes;
    }

    @Override
    public String toString() {
        return sample + " " + faults;
    }
}
