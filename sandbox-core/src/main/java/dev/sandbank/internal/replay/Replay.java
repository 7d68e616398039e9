package dev.sandbank.internal.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Change;
import dev.sandbank.Exchange;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.export.YamlText;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.replay.ReplayStep.Result;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A sandbox in the state in which that of a bundle started, in which its calls and changes can be made again one by one. Before each, the
 * clock is stopped at the moment of the recorded one.
 */
public final class Replay implements AutoCloseable {

    private static final String DELIVER_TO = "deliverTo";

    private final RecordedTest bundle;
    private final Bank bank;
    private final BankControl control;
    private final RecordedTokens tokens = new RecordedTokens();
    private final RepeatedChanges changes;
    private final RecordedIds ids;
    private final AnswerComparison comparison;

    private Replay(RecordedTest bundle, PreparedFixture fixture, String baseUrl) {
        this.bundle = bundle;
        this.bank = new Bank(fixture, () -> baseUrl);
        this.control = new BankControl(bank, () -> URI.create(baseUrl), null);
        this.changes = new RepeatedChanges(control, tokens);
        this.ids = new RecordedIds(bundle.fixture());
        this.comparison = new AnswerComparison(ids);
        ids.rename(bundle.baseUrl(), baseUrl);
    }

    /**
     * Starts the sandbox.
     *
     * @param other the fixture from which to start, if it is not that of the bundle
     * @param baseUrl the URL under which callers know it; empty for the recorded one
     * @throws BundleException if the bundle has no fixture that starts here
     * @throws dev.sandbank.internal.fixture.problem.FixtureException if its fixture is bad
     */
    public static Replay of(RecordedTest bundle, Optional<PreparedFixture> other, String baseUrl)
            throws BundleException {
        PreparedFixture fixture = other.isPresent() ? other.get() : recorded(bundle);
        try {
            Instant started = Instant.parse(bundle.about().path("startedAt").asText());
            String url = baseUrl.isEmpty() ? bundle.baseUrl() : baseUrl;
            return new Replay(
                    bundle, BundleDraft.at(fixture, started), URI.create(url).toString());
        } catch (DateTimeParseException | IllegalArgumentException wrong) {
            throw new BundleException("is damaged: its about.json has no start or no base URL");
        }
    }

    /** Reads the fixture of the bundle as one from outside, which can name no file of this machine. */
    private static PreparedFixture recorded(RecordedTest bundle) throws BundleException {
        Library library = Library.ofProcess();
        String bank = bundle.about().path("bank").asText();
        if (bundle.fixture().isEmpty()) {
            throw new BundleException("has no fixture, because it was too large: name one with --fixture");
        }
        if (!library.fixtures().bankNames().contains(bank)) {
            throw new BundleException(
                    "is of the bank " + bank + ", which is not built in: name its fixture with --fixture");
        }
        return library.sent(RecordedTest.FIXTURE, callingNobody(bundle.fixture()), library.named(bank));
    }

    /** Removes the receivers of webhooks, so that a bundle from elsewhere posts nothing. */
    private static String callingNobody(String fixture) {
        ObjectNode root = Library.ofProcess().fixtures().tree(RecordedTest.FIXTURE, fixture);
        root.findParents(DELIVER_TO).forEach(endpoint -> ((ObjectNode) endpoint).remove(DELIVER_TO));
        return YamlText.of(root);
    }

    public BankControl control() {
        return control;
    }

    /** Returns all calls and changes, in their order. */
    public List<ReplayStep> steps() {
        List<ReplayStep> steps = new ArrayList<>();
        List<Change> left = new ArrayList<>(bundle.changes());
        left.sort(Comparator.comparingLong(Change::afterCall));
        for (Exchange call : bundle.calls()) {
            while (!left.isEmpty() && left.get(0).afterCall() < call.number()) {
                steps.add(new ReplayStep(left.get(0), null));
                left.remove(0);
            }
            steps.add(new ReplayStep(null, call));
        }
        left.forEach(change -> steps.add(new ReplayStep(change, null)));
        return steps;
    }

    /** Makes a call or a change again. */
    public Result make(ReplayStep step) {
        try {
            control.clock().freezeAt(step.at());
            Change change = step.change();
            if (change != null) {
                return changes.make(change).map(Result::notMade).orElseGet(() -> Result.made(List.of()));
            }
            return send(step.recorded());
        } catch (IllegalArgumentException | IllegalStateException refused) {
            return Result.notMade(String.valueOf(refused.getMessage()));
        }
    }

    private Result send(Exchange call) {
        if (call.decision().gates().stream().anyMatch(gate -> gate.name().equals("fault"))) {
            return Result.notMade("a fault of the test struck it");
        }
        EnvironmentControl at = environment(call.target());
        try {
            Outcome outcome = bank.answer(new CallAgain(call, at, tokens, ids).request());
            List<String> differences =
                    comparison.differences(call, control.journal().lastCall());
            if (outcome instanceof Reply reply) {
                tokens.got(call, reply.body());
            }
            return Result.made(differences);
        } catch (CallAgain.HiddenException hidden) {
            tokens.issueLike(call, at);
            return Result.notMade(String.valueOf(hidden.getMessage()));
        }
    }

    private EnvironmentControl environment(String target) {
        String name = control.environmentNames().stream()
                .filter(each -> target.startsWith("/" + each + "/"))
                .findFirst()
                .orElse("");
        return control.environment(name);
    }

    @Override
    public void close() {
        bank.close();
    }
}
