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

    GuardedApi(OperationTable table, Gates<Call> gates, Map<String, Work> works) {
        this.table = table;
        this.gates = gates;
        this.works = works;
    }

    Answered answer(Request request, Function<Refusal, Reply> bankSays) {
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
                        reply -> answered(passage, with(passage, true, "none stands against it"), reply, null),
                        refusal -> answered(
                                passage, with(passage, false, refusal.detail()), bankSays.apply(refusal), refusal));
    }

    private Work work(Call call) {
        return Optional.ofNullable(works.get(call.operation().id()))
                .orElseThrow(() -> new IllegalStateException(
                        "no work for " + call.operation().id()));
    }

    private static List<Step> with(Passage<Call> passage, boolean passed, String saw) {
        List<Step> steps = new ArrayList<>(passage.steps());
        steps.add(new Step("rules", passed, saw));
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
