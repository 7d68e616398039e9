package dev.sandbank.internal.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.BankDefinition;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.oidc.token.Issuance;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.webhook.Webhooks;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls in one environment to see their results.
 *
 * <p>A rehearsed call carries a token that was really issued, and passes through the gates and rules that decide calls
 * over HTTP. Afterwards everything is as it was: the data, the tokens and the journal.
 */
public final class DryRun {

    private final Environment environment;
    private final String prefix;

    private DryRun(Environment environment, String prefix) {
        this.environment = environment;
        this.prefix = prefix;
    }

    /**
     * Makes one for an environment by its name.
     *
     * @param name empty for the one without a prefix
     * @throws ChoiceException if there is no such environment
     */
    public static DryRun in(Bank bank, String name) {
        String prefix = name.isEmpty() ? "" : "/" + name;
        Environment environment = bank.environments().get(prefix);
        if (environment == null) {
            List<String> known = bank.environments().keySet().stream()
                    .filter(Predicate.not(String::isEmpty))
                    .map(found -> found.substring(1))
                    .toList();
            throw new ChoiceException(
                    "there is no environment " + name + DidYouMean.instead(name, "an environment", known));
        }
        return new DryRun(environment, prefix);
    }

    public Callers callers() {
        return new Callers(environment);
    }

    public CallFactory asks() {
        return new CallFactory(environment);
    }

    /** Returns the bank's name for people. */
    public String bankTitle() {
        return environment.definition().dialect().title();
    }

    /** Makes a call and explains its result. */
    public Explanation explain(Caller caller, CallTemplate call) {
        CallTemplate whole = naming(caller, call);
        CallRequest request = request(whole);
        environment.catchUp();
        return environment.store().rehearse(() -> {
            long before = environment.webhooks().map(Webhooks::lastNumber).orElse(0L);
            DecidedReply answered = environment.answer(
                    credentials(caller, whole.operation()).on(request).toRequest(prefix));
            environment.store().endStep();
            return new Explanation(
                    caller, whole, request, answered, environment.webhooks().map(webhooks -> since(before, webhooks)));
        });
    }

    private static List<Explanation.Event> since(long before, Webhooks webhooks) {
        return webhooks.lastNumber() == before
                ? List.of()
                : webhooks.events().stream()
                        .filter(event -> event.number() > before)
                        .map(event -> new Explanation.Event(
                                event.type(), List.copyOf(event.deliveries().keySet()), event.body()))
                        .toList();
    }

    /** Returns a call as it is sent, without its credential. */
    public CallRequest request(CallTemplate call) {
        BankDefinition definition = environment.definition();
        return call.write(definition.dialect(), definition.table(), prefix);
    }

    /** Adds the user that the call is made for. */
    private CallTemplate naming(Caller caller, CallTemplate call) {
        String whom = ImpersonationHeader.of(caller, environment.definition());
        return whom.isEmpty() ? call : call.onBehalfOf(whom);
    }

    /** Returns the credentials that the operation asks for, as the caller's client has them. */
    private CallCredentials credentials(Caller caller, Operation operation) {
        JsonNode client = environment
                .store()
                .entries()
                .find(Directory.CLIENTS, caller.client().id())
                .<JsonNode>map(Entry::document)
                .orElseThrow();
        boolean onlyKeys = caller.client().grants().isEmpty() && client.has("apiKeys") && !client.has("tokens");
        return CallCredentials.of(operation, client, caller.tokenUser(), onlyKeys ? null : token(caller));
    }

    /** Issues a token; that of a disabled client or user is revoked, since they had tokens once. */
    private String token(Caller caller) {
        String token = environment
                .tokenServer()
                .issuance()
                .accessToken(caller.client(), caller.tokenUser(), Issuance.Terms.of(caller.client(), caller.scopes()))
                .token();
        if (caller.client().disabled() || isDisabled(caller.tokenUser())) {
            environment.store().tokens().revoke(token);
        }
        return token;
    }

    private boolean isDisabled(@Nullable String user) {
        return user != null
                && new Directory(environment.store())
                        .user(user)
                        .filter(known -> known.status().isDisabled())
                        .isPresent();
    }
}
