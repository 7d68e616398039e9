package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.oauth.Scopes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Checks that the token holds the scopes of the operation; if one is missing, the user's rights do not matter. */
public final class RequireScope implements Gate<Call> {

    private final UnaryOperator<Scopes> expandScopes;
    private final Function<Call, List<String>> anyScope;

    /**
     * @param expandScopes adds the scopes that a token's scopes imply
     * @param anyScope scopes of which a call needs one
     */
    public RequireScope(UnaryOperator<Scopes> expandScopes, Function<Call, List<String>> anyScope) {
        this.expandScopes = expandScopes;
        this.anyScope = anyScope;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        Scopes held = expandScopes.apply(call.grant().scopes());
        Scopes required = both(Scopes.of(call.operation().scopes()), ofCredential(call, held));
        if (!held.covers(required)) {
            return Verdict.refuse(new Refusal.ScopeMissing(required, false, held));
        }
        Scopes alternatives = Scopes.of(anyScope.apply(call));
        Scopes enough = held.and(alternatives);
        if (!alternatives.isEmpty() && enough.isEmpty()) {
            return Verdict.refuse(
                    new Refusal.ScopeMissing(alternatives, alternatives.names().size() > 1, held));
        }
        Scopes needed = both(required, enough);
        String how = call.grant().scopes().covers(needed) ? "holds " : "implies ";
        return Verdict.pass(call, needed.isEmpty() ? "no scope needed" : how + needed);
    }

    /** Returns the scopes that an allowed call needed; of alternatives, all that its token holds or implies. */
    public Scopes needed(Call call) {
        Scopes held = expandScopes.apply(call.grant().scopes());
        Scopes required = both(Scopes.of(call.operation().scopes()), ofCredential(call, held));
        return both(required, held.and(Scopes.of(anyScope.apply(call))));
    }

    /** Returns the scopes of the way by which it authenticates: one that the token holds, or else the first. */
    private static Scopes ofCredential(Call call, Scopes held) {
        List<Scopes> ways = call.scopesOfCredential();
        return ways.stream().filter(held::covers).findFirst().orElse(ways.isEmpty() ? Scopes.NONE : ways.get(0));
    }

    private static Scopes both(Scopes required, Scopes enough) {
        Set<String> names = new HashSet<>(required.names());
        names.addAll(enough.names());
        return Scopes.of(names);
    }
}
