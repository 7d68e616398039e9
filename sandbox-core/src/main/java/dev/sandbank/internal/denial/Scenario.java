package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.ArrangedCall;
import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.internal.bank.BankDefinition;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.explain.CallCredentials;
import dev.sandbank.internal.explain.CallRequest;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.journal.ArrivalComparisons;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.oidc.token.Issuance;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Tokens;
import dev.sandbank.internal.text.MemberPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The changes before a call, its caller, and the call. Immutable.
 *
 * @param changes the changes, in order
 * @param credential the caller
 * @param call the call
 * @param honest the same call without an error
 */
record Scenario(List<StateChange> changes, Credential credential, CallTemplate call, CallTemplate honest) {

    public Scenario {
        changes = List.copyOf(changes);
    }

    /** A change of a sandbox before a call. */
    @FunctionalInterface
    interface StateChange {

        void make(BankControl bank);
    }

    Scenario after(StateChange change) {
        List<StateChange> more = new ArrayList<>(changes);
        more.add(change);
        return new Scenario(more, credential, call, honest);
    }

    Scenario by(Credential other) {
        return new Scenario(changes, other, call, honest);
    }

    Scenario asking(CallTemplate other) {
        return new Scenario(changes, credential, other, honest);
    }

    /** Makes the changes in a running sandbox; the call itself is left to the caller. */
    Arranged arrange(BankControl bank) {
        changes.forEach(change -> change.make(bank));
        return credential.call(bank, credential.issue(bank), call);
    }

    /**
     * A call that is ready to be made.
     *
     * @param call the request, with its credential
     * @param token its bearer token; empty for none
     * @param parameters the values of the operation's parameters
     * @param baseUrl where to send it
     * @param comparison compares it with another call
     */
    record Arranged(
            CallRequest call,
            String token,
            Map<String, String> parameters,
            URI baseUrl,
            Function<Exchange, List<String>> comparison)
            implements ArrangedCall {

        Arranged(CallRequest call, String token, Map<String, String> parameters, URI baseUrl) {
            this(call, token, parameters, baseUrl, arrived -> List.of("no call is arranged"));
        }

        /** Registers it for comparison with the call that arrives, and with its decision. */
        Arranged awaited(
                BankControl bank,
                Function<Request, List<String>> differences,
                Function<Decision, List<String>> decidedOtherwise) {
            ArrivalComparisons arrivals = bank.journal().await(differences);
            return new Arranged(call, token, parameters, baseUrl, arrived -> {
                List<String> all = new ArrayList<>(arrivals.differences(arrived));
                all.addAll(decidedOtherwise.apply(arrived.decision()));
                return List.copyOf(all);
            });
        }

        @Override
        public List<String> differences(Exchange arrived) {
            return comparison.apply(arrived);
        }

        @Override
        public String method() {
            return call.method();
        }

        @Override
        public URI url() {
            return URI.create(baseUrl + call.target());
        }

        @Override
        public Map<String, String> headers() {
            return call.headers();
        }

        @Override
        public String body() {
            return call.body();
        }

        @Override
        public Optional<String> parameter(String name) {
            return name.startsWith("/")
                    ? MemberPath.textIn(call.body(), name)
                    : Optional.ofNullable(parameters.get(name));
        }

        /** Omits the token. */
        @Override
        public String toString() {
            return method() + " " + call.target();
        }
    }

    /**
     * The bearer token of a call.
     *
     * @param fault the error of the token
     * @param client its client
     * @param user the user that it stands for, or null
     * @param scopes its scopes
     */
    record Credential(Fault fault, String client, @Nullable String user, Scopes scopes) {

        /** What may be wrong with a token. */
        private static final String OTHERS = "https://api.example.test/";

        enum Fault {
            NOTHING,
            MISSING,
            MALFORMED,
            NEVER_ISSUED,
            OTHER_AUDIENCE,
            EXPIRED,
            REVOKED,
            CLIENT_DISABLED,
            USER_DISABLED
        }

        static Credential of(Caller caller) {
            return new Credential(Fault.NOTHING, caller.client().id(), caller.tokenUser(), caller.scopes());
        }

        Credential with(Fault other) {
            return new Credential(other, client, user, scopes);
        }

        Credential holding(Scopes others) {
            return new Credential(fault, client, user, others);
        }

        Arranged call(BankControl bank, String token, CallTemplate call) {
            BankDefinition definition = bank.environment().definition();
            CallRequest request = call.write(definition.dialect(), definition.table(), "");
            if (fault == Fault.MISSING) {
                return new Arranged(request, "", call.parameters(), bank.baseUrl());
            }
            CallCredentials own = credentials(bank.environment(), call.operation(), token);
            CallRequest whole = fault == Fault.MALFORMED ? own.garbledOn(request) : own.on(request);
            return new Arranged(whole, own.first(), call.parameters(), bank.baseUrl());
        }

        /** Returns the credentials that the operation asks for, as the client has them. */
        CallCredentials credentials(Environment environment, Operation operation, String token) {
            JsonNode document = environment
                    .store()
                    .entries()
                    .find(Directory.CLIENTS, client)
                    .<JsonNode>map(Entry::document)
                    .orElseThrow();
            CallCredentials own = CallCredentials.of(operation, document, user, token);
            return fault != Fault.NEVER_ISSUED || own.haveToken()
                    ? own
                    : own.changed(value -> new StringBuilder(value).reverse().toString());
        }

        /** Issues the token; empty for none. */
        String issue(BankControl bank) {
            if (fault == Fault.MISSING) {
                return "";
            }
            Environment environment = bank.environment();
            Client known = new Directory(environment.store()).client(client).orElseThrow();
            String token = environment
                    .tokenServer()
                    .issuance()
                    .accessToken(known, user, terms(known))
                    .token();
            spoil(bank, token);
            return fault == Fault.NEVER_ISSUED
                    ? new StringBuilder(token).reverse().toString()
                    : token;
        }

        private Issuance.Terms terms(Client known) {
            Issuance.Terms usual = Issuance.Terms.of(known, scopes);
            return fault == Fault.OTHER_AUDIENCE
                    ? new Issuance.Terms(scopes, Audience.of(List.of(OTHERS)), usual.claims(), usual.form())
                    : usual;
        }

        private void spoil(BankControl bank, String token) {
            Tokens tokens = bank.environment().store().tokens();
            switch (fault) {
                case EXPIRED -> tokens.expire(token, bank.clock().now());
                case REVOKED -> tokens.revoke(token);
                case CLIENT_DISABLED -> SandboxChanges.clientDisabled(client).make(bank);
                case USER_DISABLED ->
                    SandboxChanges.userBecomes(String.valueOf(user), UserStatus.DISABLED)
                            .make(bank);
                default -> {}
            }
        }
    }
}
