package dev.sandbank.internal.explain;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.store.Directory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of one environment to see what would come of them.
 *
 * <p>A rehearsed call carries a token that was really issued and is decided by the gates and rules that decide calls over
 * HTTP. Afterwards everything is as it was: the data, the tokens and the journal.
 */
public final class DryRun {

    private final Environment environment;
    private final String prefix;

    private DryRun(Environment environment, String prefix) {
        this.environment = environment;
        this.prefix = prefix;
    }

    /**
     * Of an environment by its name.
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
        return new CallFactory(environment, prefix);
    }

    /** The bank's name for people. */
    public String bankTitle() {
        return environment.definition().dialect().title();
    }

    /** What would come of a call. */
    public Explanation explain(Caller caller, Ask ask) {
        Ask whole = naming(caller, ask);
        Fields headers = headers(whole);
        environment.catchUp();
        DecidedReply answered = environment.store().rehearse(() -> environment.answer(request(caller, whole, headers)));
        return new Explanation(caller, whole, named(headers), answered);
    }

    /** What is asked, for the user that it is asked for. */
    private Ask naming(Caller caller, Ask ask) {
        Dialect.Impersonation rule = environment.definition().dialect().impersonation();
        return rule == null || caller.way() != Caller.Way.NAMED
                ? ask
                : ask.with(rule.header() != null, rule.name(), ImpersonationHeader.value(rule, caller.id()));
    }

    private Request request(Caller caller, Ask ask, Fields headers) {
        headers.add("Authorization", "Bearer " + token(caller));
        Fields query = Fields.parameters();
        ask.query().forEach(query::add);
        Body body = Body.of(ask.body().getBytes(StandardCharsets.UTF_8));
        String path = ask.path().substring(prefix.length());
        return new Request(ask.operation().method(), path, ask.rawQuery(), query, headers, body);
    }

    private static Fields headers(Ask ask) {
        Fields headers = Fields.headers();
        ask.headers().forEach(headers::add);
        Operation.Content content = ask.operation().body();
        if (content != null && !ask.body().isEmpty()) {
            headers.add("Content-Type", content.mediaTypes().get(0));
        }
        return headers;
    }

    /** The headers by now, which are not secret yet. */
    private static List<Map.Entry<String, String>> named(Fields headers) {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        headers.asMap()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !name.equals("Authorization"))
                        .forEach(value -> all.add(Map.entry(name, value))));
        return all;
    }

    /** Whoever is disabled had tokens once, which are revoked since. */
    private String token(Caller caller) {
        String token = environment
                .tokenServer()
                .issuance()
                .accessToken(caller.client(), caller.tokenUser(), caller.scopes())
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
