package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.ApiDescription;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.explain.Explanation;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.fixture.problem.Problem;
import dev.sandbank.internal.input.ReplyCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes every call of the matrix in a bank without a port, and checks each reply against the bank's description. */
final class RepliesCheck {

    private final String fixture;
    private final Set<String> told = new LinkedHashSet<>();

    private RepliesCheck(String fixture) {
        this.fixture = fixture;
    }

    /** Returns what is wrong with the replies, each problem once. */
    static List<String> of(String fixture) {
        RepliesCheck run = new RepliesCheck(fixture);
        try (Bank bank = new Bank(Library.ofProcess().named(fixture), () -> WorldOptions.BASE_URL)) {
            ApiDescription description =
                    bank.prepared().definition().dialect().offer().description();
            if (description == null) {
                return List.of(fixture + ": the bank has no OpenAPI description to check its replies against");
            }
            for (String prefix : bank.environments().keySet()) {
                run.judge(
                        DryRun.in(bank, prefix.isEmpty() ? "" : prefix.substring(1)),
                        new ReplyCheck(description.replies()));
            }
        } catch (FixtureException bad) {
            return bad.problems().stream().map(Problem::toString).toList();
        }
        return new ArrayList<>(run.told);
    }

    private void judge(DryRun rehearsal, ReplyCheck check) {
        new CellOptions()
                .of(rehearsal, (caller, call) -> judged(rehearsal.explain(caller, call), check, caller, call), fixture);
    }

    private Explanation judged(Explanation explained, ReplyCheck check, Caller caller, CallTemplate call) {
        String operation = call.operation().id();
        check.wrong(operation, explained.reply())
                .forEach(wrong -> told.add("%s: %s, status %s: %s (%s %s, %s)"
                        .formatted(
                                fixture,
                                operation,
                                explained.reply().status(),
                                wrong,
                                explained.request().method(),
                                explained.request().path(),
                                caller.label())));
        return explained;
    }
}
