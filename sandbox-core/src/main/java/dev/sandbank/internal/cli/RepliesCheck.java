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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes every call of the matrix in a bank without a port, and checks each reply against the bank's description. */
final class RepliesCheck {

    private final String fixture;
    private final Map<Finding, Found> told = new LinkedHashMap<>();

    private RepliesCheck(String fixture) {
        this.fixture = fixture;
    }

    /**
     * What is wrong with replies of an operation with one status.
     *
     * @param described whether the description has a reply with this status
     * @param kind what is wrong, without the places in lists
     */
    private record Finding(String operation, int status, boolean described, String kind) {

        String told(String fixture, Found found) {
            return "%s: %s, status %s: %s (%s%s)"
                    .formatted(fixture, operation, status, found.wrong, found.first, found.more());
        }
    }

    /**
     * Where it was found.
     *
     * @param wrong what is wrong there first
     * @param first the first call
     * @param places how many places, in one or several replies
     */
    private record Found(String wrong, String first, int places) {

        Found and(Found other) {
            return new Found(wrong, first, places + other.places);
        }

        String more() {
            return places == 1 ? "" : ", and " + (places - 1) + " more";
        }
    }

    /** Returns what is wrong with the replies, each problem once; those with a status that is not described come last. */
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
        return run.told.entrySet().stream()
                .sorted(Comparator.comparing(finding -> !finding.getKey().described))
                .map(finding -> finding.getKey().told(fixture, finding.getValue()))
                .toList();
    }

    private void judge(DryRun rehearsal, ReplyCheck check) {
        new CellOptions()
                .of(rehearsal, (caller, call) -> judged(rehearsal.explain(caller, call), check, caller, call), fixture);
    }

    private static String kind(String wrong) {
        return wrong.replaceAll("\\b[0-9]+\\.", "*.");
    }

    private Explanation judged(Explanation explained, ReplyCheck check, Caller caller, CallTemplate call) {
        String operation = call.operation().id();
        int status = explained.reply().status();
        String first = "%s %s, %s"
                .formatted(explained.request().method(), explained.request().path(), caller.label());
        check.wrong(operation, explained.reply())
                .forEach(wrong -> told.merge(
                        new Finding(operation, status, check.knows(operation, status), kind(wrong)),
                        new Found(wrong, first, 1),
                        Found::and));
        return explained;
    }
}
