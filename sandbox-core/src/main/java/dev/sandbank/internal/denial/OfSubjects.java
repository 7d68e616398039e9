package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.ImpliedScopes;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.ImpersonationHeader;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.Subject;
import dev.sandbank.internal.model.User;
import dev.sandbank.internal.model.UserStatus;
import dev.sandbank.internal.store.Directory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong with whom a call is made for. */
final class OfSubjects {

    private OfSubjects() {}

    /** Somebody whom this operation does not serve. */
    static Stream<Denial> unfit(Basis basis) {
        if (basis.operation().subjects().isEmpty()) {
            return Stream.empty();
        }
        Map<String, Caller> byKind = new LinkedHashMap<>();
        basis.callers().stream()
                .filter(caller -> !serves(basis.operation(), subject(caller)) && mayCall(basis, caller))
                .forEach(caller -> byKind.putIfAbsent(subject(caller).kindAndType(), caller));
        return byKind.entrySet().stream()
                .map(unfit -> unfit(basis, "a " + unfit.getKey().replace(":", " of type "), unfit.getValue()));
    }

    private static Denial unfit(Basis basis, String name, Caller caller) {
        String whom = impersonation(basis.dialect(), caller);
        boolean same = whom.equals(basis.sketch().impersonation());
        Scene scene =
                basis.scene().by(Basis.credential(caller)).asking(basis.sketch().impersonation(whom));
        return basis.denial(GateName.SUBJECT, name, "subject-not-allowed", same, scene);
    }

    static String impersonation(Dialect dialect, Caller caller) {
        Dialect.Impersonation rule = dialect.impersonation();
        return rule != null && caller.way() == Caller.Way.NAMED ? ImpersonationHeader.value(rule, caller.id()) : "";
    }

    private static boolean mayCall(Basis basis, Caller caller) {
        Scopes held = ImpliedScopes.all(basis.dialect().scopeImplies(), basis.settings())
                .apply(caller.scopes());
        Scopes any = basis.operation().alternatives();
        return held.covers(basis.operation().required())
                && (any.isEmpty() || !held.and(any).isEmpty());
    }

    private static Subject subject(Caller caller) {
        User user = caller.user();
        return user == null ? Subject.client(caller.client().id()) : Subject.user(user);
    }

    private static boolean serves(Operation operation, Subject subject) {
        return operation.subjects().stream().anyMatch(subject::is);
    }

    /** The user in each state that the bank refuses for this method. */
    static Stream<Denial> blocked(Basis basis) {
        Entry user = basis.user();
        if (user == null) {
            return Stream.empty();
        }
        Map<String, StateRule> rules = new LinkedHashMap<>();
        rules.put(UserStatus.BLOCKED.word(), basis.dialect().blocked());
        rules.putAll(basis.dialect().states());
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().covers(basis.operation().method()))
                .map(rule -> blocked(basis, user.id(), rule.getKey(), rule.getValue()));
    }

    private static Denial blocked(Basis basis, String user, String state, StateRule rule) {
        Scene scene = basis.scene().after(Changes.userBecomes(user, new UserStatus(state)));
        return basis.denial(GateName.BLOCKED, "user " + state, "subject-blocked", rule.refuse(), true, scene);
    }

    /** Another user than this one, whom a call could be made for. */
    static Optional<Entry> anotherUser(Basis basis, String id) {
        return basis.store().entries().all(Directory.USERS).stream()
                .filter(user -> !user.id().equals(id))
                .filter(user -> isActive(user.document()))
                .findFirst();
    }

    private static boolean isActive(JsonNode user) {
        return user.path("status").asText(UserStatus.ACTIVE.word()).equals(UserStatus.ACTIVE.word());
    }
}
