package dev.sandbank.benchmarks;

import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/** Judges whether a user's calls hide the entries of others: a list does not show them, and their ids are unknown. */
final class OwnerCalls {

    private static final String OTHER = "somebody-else";

    private final Environment environment;
    private final DryRun run;

    OwnerCalls(Environment environment, DryRun run) {
        this.environment = environment;
        this.run = run;
    }

    /** Returns what is wrong, or an empty text; nothing if the operation is about no collection with owners. */
    Optional<String> wrong(Operation operation, CallTemplate call) {
        Optional<ResourceRule> named = operation.resources().stream()
                .filter(rule -> isOwned(rule.collection()))
                .findFirst();
        String collection = named.map(ResourceRule::collection)
                .orElse(
                        operation.work() == null || operation.work().list() == null
                                ? ""
                                : operation.work().list().collection());
        Optional<Entry> own = environment.store().entries().all(collection).stream()
                .filter(entry -> entry.owner() != null)
                .findFirst();
        if (!isOwned(collection) || own.isEmpty()) {
            return Optional.empty();
        }
        Optional<Caller> user = run.callers().user(String.valueOf(own.get().owner()));
        return user.isEmpty()
                ? Optional.of("nobody can call for " + own.get().owner())
                : Optional.of(environment.store().rehearse(() -> judge(operation, call, named, own.get(), user.get())));
    }

    private boolean isOwned(String collection) {
        return !owner(collection).isEmpty();
    }

    /** Returns the member that names the owner of a collection's entries; empty if they have none. */
    private String owner(String collection) {
        Visibility visibility = environment.definition().dialect().collections().get(collection);
        return visibility == null || visibility.owner() == null ? "" : visibility.owner();
    }

    private String judge(Operation operation, CallTemplate call, Optional<ResourceRule> named, Entry own, Caller user) {
        String hidden = ImportedBank.other(own.id());
        ObjectNode document = own.document().deepCopy();
        String member = owner(own.collection());
        document.set("id", TextNode.valueOf(hidden));
        document.put(member, OTHER);
        environment.store().entries().delete(own.collection(), hidden);
        if (named.isPresent()) {
            int before = run.explain(user, call.naming(named.get(), own.id()))
                    .reply()
                    .status();
            environment.store().entries().add(own.collection(), hidden, OTHER, null, document);
            int status =
                    run.explain(user, call.naming(named.get(), hidden)).reply().status();
            return before < 300 && status >= 400 && status < 500
                    ? ""
                    : "of its owner " + before + ", of another " + status;
        }
        ListedItems list = new ListedItems(
                run, user, operation, environment.definition().dialect().offer().views());
        List<?> before = list.of(call).items();
        environment.store().entries().add(own.collection(), hidden, OTHER, null, document);
        List<?> after = list.of(call).items();
        return !before.isEmpty() && before.equals(after)
                ? ""
                : "its owner sees " + before.size() + " entries, and " + after.size() + " with one of another";
    }
}
