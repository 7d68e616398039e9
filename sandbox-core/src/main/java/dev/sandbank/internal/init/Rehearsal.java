package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.BankDefinition;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.dialect.ApiDescription;
import dev.sandbank.internal.explain.CallFactory;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.explain.Explanation;
import dev.sandbank.internal.fixture.CheckedFixture;
import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.fixture.problem.Problem;
import dev.sandbank.internal.input.ReplyCheck;
import dev.sandbank.internal.model.operation.Operation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a draft, makes a good call of every operation in a bank without a port, and tells what is wrong. */
final class Rehearsal {

    private static final String BASE_URL = "http://127.0.0.1:8080";
    private static final String CLIENT = "app";

    private final FixtureLibrary library;
    private final String file;
    private final Map<String, JsonNode> good = new HashMap<>();
    private @Nullable CheckedFixture checked;
    private @Nullable JsonNode tried;

    Rehearsal(FixtureLibrary library, String file) {
        this.library = library;
        this.file = file;
    }

    /** Checks the draft that the file has now, with its dialect; returns the problems. */
    List<Problem> check() {
        try {
            checked = library.draft(file);
            return List.of();
        } catch (FixtureException bad) {
            return bad.problems();
        }
    }

    /**
     * Returns what is wrong with the answers of the draft that was checked last, by operation. One that answered well,
     * and is drafted as it was then, is not called again.
     */
    Map<String, Failure> answers(DescribedBank described, BankDraft draft) {
        if (!draft.fixture().equals(tried)) {
            good.clear();
            tried = draft.fixture();
        }
        CheckedFixture fixture = Objects.requireNonNull(checked);
        Map<String, Failure> wrong = new LinkedHashMap<>();
        BankDefinition definition = BankDefinition.of(fixture.dialect());
        refuseUnreadable(described, fixture.dialect().offer().description());
        ReplyCheck check = described.replyCheck();
        try (Bank bank = new Bank(PreparedFixture.of(fixture, definition), () -> BASE_URL)) {
            DryRun run = DryRun.in(bank, "");
            CallFactory calls = run.asks();
            Caller caller = run.callers().of(CLIENT, null);
            for (Operation operation : calls.operations()) {
                JsonNode written = draft.written(operation.id());
                if (written.equals(good.get(operation.id()))) {
                    continue;
                }
                Explanation told =
                        run.explain(caller, calls.each(operation, 1).asks().get(0));
                Optional<Failure> why = why(operation, told, check);
                if (why.isEmpty()) {
                    good.put(operation.id(), written);
                } else {
                    wrong.put(operation.id(), why.get());
                }
            }
        }
        return wrong;
    }

    /** Refuses replies that could neither be translated nor left out. */
    private static void refuseUnreadable(DescribedBank described, @Nullable ApiDescription description) {
        if (description != null && !described.inventory().problems().isEmpty()) {
            description.replies();
        }
    }

    private static Optional<Failure> why(Operation operation, Explanation told, ReplyCheck check) {
        int status = told.reply().status();
        if (status >= 300) {
            String refused = "a good call was refused with " + status + ", gate "
                    + told.cell().gate() + ": " + told.cell().saw();
            return Optional.of(new Failure(refused, List.of()));
        }
        List<String> wrong = check.wrong(operation.id(), told.reply());
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure("its reply was not as described: " + wrong.get(0), wrong));
    }

    /**
     * What was wrong with the answer to a good call.
     *
     * @param told it, for people
     * @param errors what is wrong with the content; none if the call was refused
     */
    record Failure(String told, List<String> errors) {

        boolean isRefusal() {
            return errors.isEmpty();
        }
    }
}
