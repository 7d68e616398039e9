package dev.sandbank.internal.denial;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.ImpersonationHeader;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.UserStatus;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.text.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be wrong with how a call names the user that it is made for, at a bank where calls do. */
final class OfActing {

    private static final GateName GATE = GateName.ON_BEHALF_OF;
    private static final List<String> UNREADABLE = List.of("?", "nobody at all", "-", "user  of none");

    private final Basis basis;
    private final Dialect.Impersonation rule;
    private final TextPattern grammar;

    private OfActing(Basis basis, Dialect.Impersonation rule) {
        this.basis = basis;
        this.rule = rule;
        this.grammar = TextPattern.of(rule.pattern());
    }

    static Stream<Denial> of(Basis basis) {
        Dialect.Impersonation rule = basis.dialect().impersonation();
        return rule == null ? Stream.empty() : new OfActing(basis, rule).all().stream();
    }

    private List<Denial> all() {
        List<Denial> all = new ArrayList<>();
        unreadable().ifPresent(all::add);
        whom().ifPresent(user -> {
            unscoped(user).ifPresent(all::add);
            unknown(user).ifPresent(all::add);
            disabled(user).ifPresent(all::add);
            bound(user).ifPresent(all::add);
            otherClient(user).ifPresent(all::add);
        });
        return all;
    }

    private Optional<Denial> unreadable() {
        return UNREADABLE.stream()
                .filter(value -> !grammar.matches(value))
                .findFirst()
                .map(value ->
                        basis.denial(GATE, rule.name() + " unreadable", "acting-malformed", false, naming(value)));
    }

    /** The user that an honest call names or, where it names none, one that it could; the scope that this needs is there. */
    private Optional<String> whom() {
        Optional<String> own = basis.caller().userId();
        Optional<String> user = basis.caller().way() == Caller.Way.NAMED
                ? own
                : OfSubjects.anotherUser(basis, own.orElse("")).map(Entry::id);
        return user.filter(id -> ImpersonationHeader.value(rule, id).contains(id));
    }

    private boolean mayAct() {
        return rule.scope() == null || basis.caller().scopes().contains(rule.scope());
    }

    private boolean isNamed() {
        return basis.caller().way() == Caller.Way.NAMED;
    }

    private Optional<Denial> unscoped(String user) {
        String scope = rule.scope();
        if (scope == null || basis.operation().scopes().contains(scope)) {
            return Optional.empty();
        }
        Credential less = basis.credential().holding(OfTokens.without(basis, Set.of(scope)));
        Scene scene = naming(ImpersonationHeader.value(rule, user)).by(less);
        return Optional.of(basis.denial(GATE, "without " + scope, "scope-missing", isNamed(), scene));
    }

    private Optional<Denial> unknown(String user) {
        return basis.credential().user() != null || !mayAct()
                ? Optional.empty()
                : Unknown.like(user, id -> reads(id) && !exists(id))
                        .map(id -> basis.denial(
                                GATE,
                                "user unknown",
                                "acting-subject-unknown",
                                isNamed(),
                                naming(ImpersonationHeader.value(rule, id))));
    }

    private boolean reads(String id) {
        return ImpersonationHeader.names(grammar, ImpersonationHeader.value(rule, id), id);
    }

    private boolean exists(String id) {
        return basis.store().entries().find(Directory.USERS, id).isPresent();
    }

    private Optional<Denial> disabled(String user) {
        if (basis.credential().user() != null || !mayAct()) {
            return Optional.empty();
        }
        Change disabled = Changes.userBecomes(user, UserStatus.DISABLED);
        Scene scene = naming(ImpersonationHeader.value(rule, user)).after(disabled);
        return Optional.of(basis.denial(GATE, "user disabled", "acting-not-allowed", isNamed(), scene));
    }

    /** A client that stands for one user and names another. */
    private Optional<Denial> bound(String user) {
        Optional<Entry> other = OfSubjects.anotherUser(basis, user);
        if (other.isEmpty() || !mayAct()) {
            return Optional.empty();
        }
        Credential own = basis.credential();
        Credential ofOther =
                new Credential(own.fault(), own.client(), other.get().id(), own.scopes());
        Scene scene = naming(ImpersonationHeader.value(rule, user))
                .after(Changes.clientBound(own.client(), other.get().id()))
                .by(ofOther);
        return Optional.of(basis.denial(GATE, "client bound to another user", "acting-not-allowed", isNamed(), scene));
    }

    /** A client that names another client. */
    private Optional<Denial> otherClient(String user) {
        return grammar.hasGroup("kind")
                ? Stream.of("client " + user, "client:" + user)
                        .filter(this::isOfClient)
                        .findFirst()
                        .map(value -> basis.denial(GATE, "another client", "acting-not-allowed", false, naming(value)))
                : Optional.empty();
    }

    private boolean isOfClient(String value) {
        return grammar.groups(value)
                .map(named -> "client".equals(named.get("kind")))
                .orElse(false);
    }

    private Scene naming(String whom) {
        return basis.scene().asking(basis.sketch().impersonation(whom));
    }
}
