package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.OperationTable;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Passage;
import dev.sandbank.internal.model.Answered;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Grant;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Route;
import dev.sandbank.internal.model.Ruling;
import dev.sandbank.internal.model.Step;
import dev.sandbank.internal.model.Subject;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.work.Duties;
import dev.sandbank.internal.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations behind the gates: every call is led through all of them, then the operation does its work. */
final class GuardedApi {

    private final OperationTable table;
    private final Gates<Call> gates;
    private final Map<String, Work> works;
    private final Duties duties;
    private final Store store;

    GuardedApi(OperationTable table, Gates<Call> gates, Map<String, Work> works, Duties duties, Store store) {
        this.store = store;
        this.duties = duties;
        this.table = table;
        this.gates = gates;
        this.works = works;
    }

    /** Does what has fallen due by now. */
    void catchUp() {
        duties.catchUp();
    }

    /** What writes is decided and done in one transaction: nothing changes in between. */
    Answered answer(Request request, Function<Refusal, Reply> bankSays) {
        duties.catchUp();
        return request.reads() ? decide(request, bankSays) : store.atomically(tables -> decide(request, bankSays));
    }

    private Answered decide(Request request, Function<Refusal, Reply> bankSays) {
        Route route = table.find(request.method(), request.path());
        Passage<Call> passage = gates.admit(Call.of(request, route));
        return passage.verdict()
                .fold(
                        call -> perform(passage, call, bankSays),
                        refusal -> answered(passage, passage.steps(), bankSays.apply(refusal), refusal));
    }

    private Answered perform(Passage<Call> passage, Call call, Function<Refusal, Reply> bankSays) {
        return work(call)
                .perform(call)
                .fold(
                        reply -> answered(passage, passage.steps(), reply, null),
                        refusal -> answered(passage, broken(passage, refusal), bankSays.apply(refusal), refusal));
    }

    private Work work(Call call) {
        return Optional.ofNullable(works.get(call.operation().id()))
                .orElseThrow(() -> new IllegalStateException(
                        "no work for " + call.operation().id()));
    }

    /** A rule that the work found broken takes the place of the last gate, which saw none. */
    private static List<Step> broken(Passage<Call> passage, Refusal refusal) {
        List<Step> steps = new ArrayList<>(passage.steps());
        Step last = steps.remove(steps.size() - 1);
        steps.add(new Step(last.gate(), false, refusal.detail()));
        return steps;
    }

    private static Answered answered(Passage<Call> passage, List<Step> steps, Reply reply, @Nullable Refusal refusal) {
        Call call = passage.reached();
        String operation =
                call.route() instanceof Route.Found found ? found.operation().id() : "";
        String client = call.knownGrant().map(Grant::client).orElse("");
        String subject = call.knownSubject().map(Subject::toString).orElse("");
        return new Answered(reply, new Ruling(steps, refusal, operation, client, subject));
    }
}
