package dev.sandbank.benchmarks;

import dev.sandbank.benchmarks.ImportedBank.Count;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.WorkRule;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.LongNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** Judges lists by calls: their pages, their filters, and whether they hide the entries of others. */
final class ListCalls {

    private final Environment environment;
    private final DryRun run;
    private final Caller app;

    ListCalls(Environment environment, DryRun run, Caller app) {
        this.environment = environment;
        this.run = run;
        this.app = app;
    }

    /** Learns what is wrong with an operation. */
    @FunctionalInterface
    interface Verdicts {

        /**
         * Takes one verdict.
         *
         * @param wrong what is wrong, or an empty text; nothing if there is nothing to judge
         */
        void count(Operation operation, Count judged, Count holds, Optional<String> wrong);
    }

    void judge(Operation operation, CallTemplate call, Verdicts verdicts) {
        ListedItems items = new ListedItems(
                run, app, operation, environment.definition().dialect().offer().views());
        verdicts.count(operation, Count.PAGED, Count.PAGES, environment.store().rehearse(() -> {
            copy(operation);
            return new PageCalls(items, operation).wrong(call);
        }));
        verdicts.count(operation, Count.FILTERED, Count.FILTERS, new FilterCalls(items, operation).wrong(call));
        verdicts.count(operation, Count.OWNED, Count.HIDES, new OwnerCalls(environment, run).wrong(operation, call));
    }

    /** Adds another entry like each one of a list, so that there are several pages whatever a call must ask for. */
    private void copy(Operation operation) {
        WorkRule work = operation.work();
        String collection =
                work == null || work.list() == null ? "" : work.list().collection();
        Visibility visibility = environment.definition().dialect().collection(collection);
        for (Entry entry : environment.store().entries().all(collection)) {
            ObjectNode document = entry.document().deepCopy();
            String id = entry.id() + "7";
            document.set(
                    "id",
                    document.path("id").isIntegralNumber()
                            ? LongNode.valueOf(Long.parseLong(id))
                            : TextNode.valueOf(id));
            String parent = visibility.through() == null
                    ? null
                    : document.path(visibility.through().member()).asText();
            environment.store().entries().add(collection, id, entry.owner(), parent, document);
        }
    }
}
