package dev.sandbank.internal.bank;

import dev.sandbank.Decision;
import dev.sandbank.internal.dialect.DialectException;
import dev.sandbank.internal.dialect.OperationTable;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.input.ReadInput;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.CallPlace;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Happening;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.operation.Route;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.Result;
import dev.sandbank.internal.work.Scheduler;
import dev.sandbank.internal.work.TooMuchDueException;
import dev.sandbank.internal.work.plain.AnswerOnce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations behind the gates: every call passes through all of them, then the operation does its work.
 *
 * <p>A call is read before the state is looked at, however long that takes. Then it is decided and, if it changes
 * anything, executed in one transaction with the last of the due tasks.
 */
final class GuardedApi {

    private static final int UNAVAILABLE = 503;

    private final OperationTable table;
    private final Gates<Call> gates;
    private final Map<String, OperationHandler> works;
    private final Scheduler duties;
    private final ReadInput readInput;
    private final AnswerOnce once;
    private final UsedGrants used;

    GuardedApi(
            BankDefinition definition,
            Gates<Call> gates,
            Map<String, OperationHandler> works,
            Scheduler duties,
            AnswerOnce once,
            UsedGrants used) {
        this.once = once;
        this.used = used;
        this.table = definition.table();
        this.readInput = definition.readInput();
        this.gates = gates;
        this.works = works;
        this.duties = duties;
    }

    /** @param place taken when the call is decided, while no other call can be decided */
    DecidedReply answer(Request request, Function<Refusal, Reply> bankSays, CallPlace place) {
        Call read = read(request);
        try {
            return request.reads() ? look(read, bankSays, place) : change(read, bankSays, place);
        } catch (TooMuchDueException e) {
            return failed(
                    read,
                    "clock",
                    new Refusal.RuleBroken("internal-error", e.sentence(), Map.of("status", UNAVAILABLE)),
                    bankSays);
        } catch (DialectException e) {
            return failed(read, "dialect", new Refusal.RuleBroken("internal-error", e.sentence(), Map.of()), bankSays);
        }
    }

    private static DecidedReply failed(Call read, String gate, Refusal refusal, Function<Refusal, Reply> bankSays) {
        List<Decision.Gate> steps = List.of(new Decision.Gate(gate, Decision.Verdict.REFUSED, refusal.detail()));
        return answered(
                new PipelineResult<>(Verdict.refuse(refusal), steps, read), steps, bankSays.apply(refusal), refusal);
    }

    /** Runs a call through the gates, not its work. */
    Call reached(Request request) {
        return gates.admit(read(request)).reached();
    }

    private Call read(Request request) {
        Call call = Call.of(request, table.find(request.method(), request.path()));
        return call.route() instanceof Route.Found ? call.with(readInput.read(call)) : call;
    }

    /** Decides a call that changes nothing in one transaction; rendering a long reply then blocks no other call. */
    private DecidedReply look(Call call, Function<Refusal, Reply> bankSays, CallPlace place) {
        PipelineResult<Call> passage = duties.upToDate(tables -> {
            PipelineResult<Call> admitted = gates.admit(call);
            place.take();
            return admitted;
        });
        return told(carriedOut(passage, bankSays), passage.reached(), place);
    }

    private DecidedReply change(Call call, Function<Refusal, Reply> bankSays, CallPlace place) {
        return duties.upToDate(tables -> {
            PipelineResult<Call> passage = gates.admit(call);
            duties.changedBy(passage.reached(), place);
            DecidedReply done = told(carriedOut(passage, bankSays), passage.reached(), place);
            place.take();
            return done;
        });
    }

    /** Tells of a refusal, if the bank tells its applications of such ones, and notes what an allowed call needed. */
    private DecidedReply told(DecidedReply done, Call call, CallPlace place) {
        Refusal refusal = done.refusal();
        if (refusal != null) {
            String user =
                    call.knownSubject().filter(Subject::isUser).map(Subject::id).orElse("");
            String client = call.knownGrant().map(Grant::client).orElse("");
            duties.refused(Happening.refused(refusal, user, client), call, place);
        } else if (place != CallPlace.NOWHERE) {
            used.note(call);
        }
        return done;
    }

    private DecidedReply carriedOut(PipelineResult<Call> passage, Function<Refusal, Reply> bankSays) {
        return passage.verdict()
                .fold(
                        call -> perform(passage, call, bankSays),
                        refusal -> answered(passage, passage.steps(), bankSays.apply(refusal), refusal));
    }

    private DecidedReply perform(PipelineResult<Call> passage, Call call, Function<Refusal, Reply> bankSays) {
        if (call.answer().isPresent()) {
            return answered(passage, passage.steps(), call.answer().get(), null);
        }
        Result result = work(call).perform(call);
        return result.fold(
                reply -> {
                    once.remember(call, reply, result.about());
                    DecidedReply done = answered(passage, passage.steps(), reply, null);
                    return result.goesOn() ? done.adding("; " + Result.GOES_ON) : done;
                },
                refusal -> answered(passage, broken(passage, refusal), bankSays.apply(refusal), refusal));
    }

    private OperationHandler work(Call call) {
        return Optional.ofNullable(works.get(call.operation().id()))
                .orElseThrow(() -> new IllegalStateException(
                        "no work for " + call.operation().id()));
    }

    /** Replaces the last gate's verdict by the rule that the work found broken. */
    private static List<Decision.Gate> broken(PipelineResult<Call> passage, Refusal refusal) {
        List<Decision.Gate> steps = new ArrayList<>(passage.steps());
        Decision.Gate last = steps.remove(steps.size() - 1);
        steps.add(new Decision.Gate(last.name(), Decision.Verdict.REFUSED, refusal.detail()));
        return steps;
    }

    /** Returns the client of a refused token, so that the journal tells whose it is. */
    private static String clientOf(@Nullable Refusal refusal) {
        return refusal instanceof Refusal.TokenRefused token ? Objects.requireNonNullElse(token.client(), "") : "";
    }

    private static DecidedReply answered(
            PipelineResult<Call> passage, List<Decision.Gate> steps, Reply reply, @Nullable Refusal refusal) {
        Call call = passage.reached();
        String operation =
                call.route() instanceof Route.Found found ? found.operation().id() : "";
        String client = call.knownGrant().map(Grant::client).orElseGet(() -> clientOf(refusal));
        String subject = call.knownSubject().map(Subject::toString).orElse("");
        return DecidedReply.of(reply, steps, refusal, operation, client, subject);
    }
}
