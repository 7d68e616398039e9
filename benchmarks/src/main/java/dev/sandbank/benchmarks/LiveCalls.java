package dev.sandbank.benchmarks;

import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.explain.CallFactory;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.WorkRule;
import dev.sandbank.internal.store.Entries;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges by calls whether an operation is alive, whatever its dialect says that it does: a later read sees what a
 * writing call did, and what a reading call answers depends on the entries that are there.
 */
final class LiveCalls {

    private static final int MOST_CALLS = 3;

    private final Environment environment;
    private final DryRun run;
    private final CallFactory calls;
    private final Caller app;
    private final List<Operation> operations;

    LiveCalls(Environment environment, DryRun run, CallFactory calls, Caller app) {
        this.environment = environment;
        this.run = run;
        this.calls = calls;
        this.app = app;
        this.operations = calls.operations();
    }

    /** Returns why no call shows that an operation is alive; empty if one does. */
    String whyNot(Operation operation) {
        WorkRule work = operation.work();
        if (work == null || work.answer() != null) {
            return "always answers the same";
        }
        if (isRead(work)) {
            return whyIdle(operation, collections(operation));
        }
        String why = "";
        for (CallTemplate call : calls.each(operation, MOST_CALLS).asks()) {
            for (CallTemplate each : new OtherContents(call).calls()) {
                String unseen = whyUnseen(each);
                if (unseen.isEmpty()) {
                    return "";
                }
                why = why.isEmpty() ? unseen : why;
            }
        }
        return why;
    }

    private static boolean isRead(WorkRule work) {
        return work.list() != null || work.get() != null;
    }

    /** Returns why a reading call does not show that its answer depends on the entries that are there. */
    private String whyIdle(Operation operation, Set<String> collections) {
        List<CallTemplate> all = calls.each(operation, MOST_CALLS).asks();
        Set<String> answers = all.stream().map(this::answer).collect(Collectors.toSet());
        boolean same =
                operation.work() != null && operation.work().get() != null && all.size() > 1 && answers.size() == 1;
        String before = answer(all.get(0));
        boolean changes = environment.store().rehearse(() -> {
            for (String collection : collections) {
                entries().ids(collection).forEach(id -> entries().delete(collection, id));
            }
            return !before.equals(answer(all.get(0)));
        });
        return !changes ? "answers the same without its entries" : same ? "answers the same of each entry" : "";
    }

    /** Returns why no read answers otherwise after a writing call; if nothing reads its entries, why they are the same. */
    private String whyUnseen(CallTemplate call) {
        Set<String> collections = collections(call.operation());
        List<Operation> reads = operations.stream()
                .filter(each -> each.work() != null && isRead(each.work()))
                .filter(each -> !each.id().equals(call.operation().id()))
                .filter(each -> collections.contains(about(each)))
                .toList();
        return environment.store().rehearse(() -> {
            Map<String, String> kept = kept(collections);
            List<CallTemplate> asked = reads.stream()
                    .flatMap(read -> calls.each(read, MOST_CALLS).asks().stream())
                    .toList();
            List<String> before = asked.stream().map(this::answer).toList();
            int status = run.explain(app, call).reply().status();
            if (status >= 300) {
                return "a call got " + status;
            }
            List<String> after = asked.stream().map(this::answer).toList();
            Map<String, String> now = kept(collections);
            boolean seen = reads.isEmpty()
                    ? !now.equals(kept)
                    : !before.equals(after) || fresh(now, kept).anyMatch(id -> isReadable(reads, id));
            return seen ? "" : now.equals(kept) ? "changes no entry" : "no read shows what it changed: " + names(reads);
        });
    }

    private static String names(List<Operation> reads) {
        return reads.stream().map(Operation::id).collect(Collectors.joining(", "));
    }

    private static Stream<String> fresh(Map<String, String> now, Map<String, String> before) {
        return now.keySet().stream().filter(entry -> !before.containsKey(entry));
    }

    /** Whether a read by id finds a new entry. */
    private boolean isReadable(List<Operation> reads, String entry) {
        String collection = entry.substring(0, entry.indexOf(' '));
        String id = entry.substring(entry.indexOf(' ') + 1);
        return reads.stream()
                .filter(read -> about(read).equals(collection)
                        && read.work() != null
                        && read.work().get() != null)
                .flatMap(read -> named(read)
                        .filter(rule -> !rule.isUnnamed())
                        .map(rule -> calls.each(read, 1).asks().get(0).naming(rule, id))
                        .stream())
                .anyMatch(call -> run.explain(app, call).reply().status() < 300);
    }

    private Map<String, String> kept(Set<String> collections) {
        Map<String, String> kept = new TreeMap<>();
        for (String collection : collections) {
            for (Entry entry : entries().all(collection)) {
                kept.put(collection + " " + entry.id(), entry.document().toString());
            }
        }
        return kept;
    }

    /** Returns the collection that an operation is about. */
    private static String about(Operation operation) {
        WorkRule work = operation.work();
        if (work != null && work.list() != null) {
            return work.list().collection();
        }
        return named(operation).map(ResourceRule::collection).orElse("");
    }

    /** Returns the resource that an operation works on. */
    static Optional<ResourceRule> named(Operation operation) {
        WorkRule work = operation.work();
        Optional<WorkRule.EntryRule> changed = work == null
                ? Optional.empty()
                : Stream.of(work.get(), work.replace(), work.patch(), work.delete(), work.action())
                        .filter(Objects::nonNull)
                        .findFirst();
        List<ResourceRule> rules = operation.resources();
        return rules.stream()
                .filter(rule -> changed.map(WorkRule.EntryRule::of)
                        .filter(rule.as()::equals)
                        .isPresent())
                .findFirst()
                .or(() -> rules.stream().filter(rule -> rule.isOfThePath()).reduce((earlier, later) -> later));
    }

    /** Returns the collection whose entries a call shows, changes or makes. */
    private static Set<String> collections(Operation operation) {
        WorkRule work = operation.work();
        String name = work != null && work.create() != null ? work.create().collection() : about(operation);
        return name.isEmpty() ? Set.of() : Set.of(name);
    }

    private String answer(CallTemplate call) {
        Reply reply = run.explain(app, call).reply();
        return reply.status() + " " + reply.body();
    }

    private Entries entries() {
        return environment.store().entries();
    }
}
