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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    boolean isAlive(Operation operation) {
        WorkRule work = operation.work();
        if (work == null || work.answer() != null) {
            return false;
        }
        return isRead(work)
                ? depends(operation, collections(operation))
                : calls.each(operation, MOST_CALLS).asks().stream().anyMatch(this::isSeen);
    }

    private static boolean isRead(WorkRule work) {
        return work.list() != null || work.get() != null;
    }

    /** Whether a reading call answers otherwise once its entries are gone, and of each entry something else. */
    private boolean depends(Operation operation, Set<String> collections) {
        List<CallTemplate> all = calls.each(operation, MOST_CALLS).asks();
        Set<String> answers = all.stream().map(this::answer).collect(Collectors.toSet());
        boolean same =
                operation.work() != null && operation.work().get() != null && all.size() > 1 && answers.size() == 1;
        boolean changes = environment.store().rehearse(() -> {
            String before = answer(all.get(0));
            for (String collection : collections) {
                entries().ids(collection).forEach(id -> entries().delete(collection, id));
            }
            return !before.equals(answer(all.get(0)));
        });
        return changes && !same;
    }

    /** Whether a read answers otherwise after a writing call; if nothing reads its entries, whether these differ. */
    private boolean isSeen(CallTemplate call) {
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
            if (run.explain(app, call).reply().status() >= 300) {
                return false;
            }
            List<String> after = asked.stream().map(this::answer).toList();
            Map<String, String> now = kept(collections);
            return reads.isEmpty()
                    ? !now.equals(kept)
                    : !before.equals(after) || fresh(now, kept).anyMatch(id -> isReadable(reads, id));
        });
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
    private static Optional<ResourceRule> named(Operation operation) {
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

    private static Set<String> collections(Operation operation) {
        List<String> all = new ArrayList<>();
        all.add(about(operation));
        WorkRule work = operation.work();
        if (work != null && work.create() != null) {
            all.add(work.create().collection());
        }
        return all.stream().filter(name -> !name.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    private String answer(CallTemplate call) {
        Reply reply = run.explain(app, call).reply();
        return reply.status() + " " + reply.body();
    }

    private Entries entries() {
        return environment.store().entries();
    }
}
