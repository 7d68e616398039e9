package dev.sandbank.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sandbank.internal.explain.CallRequest;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.Callers;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.explain.Explanation;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.operation.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Content of any kind for the operations of three banks is taken or refused, and no money appears or vanishes.
 *
 * <p>The first line of an input names the operation that gets the rest.
 */
class JsonContentFuzzTest {

    private static final String BALANCES = "/banking/accountBalances?accounts=acct-4f81c0,acct-9b22d7,acct-2e90b6";
    private static final Pattern CURRENT = Pattern.compile("\"current\"\\s*:\\s*\"(-?[0-9.]+)\"");

    private static final int REFUSED = 400;

    private static final InMemoryBank APITURE = InMemoryBank.named("apiture");
    private static final BigDecimal MONEY = money();
    private static final List<Writing> OPERATIONS = Stream.of(
                    APITURE, InMemoryBank.named("uphold"), InMemoryBank.named(InMemoryBank.MUSTERBANK))
            .flatMap(JsonContentFuzzTest::operations)
            .toList();

    /** An operation that takes content, and a call of it that is good but for that. */
    private record Writing(InMemoryBank bank, Explanation good) {

        String name() {
            return good.call().operation().id();
        }

        Reply send(String content) {
            CallRequest request = good.request();
            Caller caller = good.caller();
            String token = bank.token(caller.client().id(), caller.tokenUser());
            return bank.send(new Message(
                            request.method(),
                            request.target(),
                            List.copyOf(request.headers().entrySet()),
                            content)
                    .with("Authorization", "Bearer " + token));
        }
    }

    private static Stream<Writing> operations(InMemoryBank bank) {
        DryRun rehearsal = DryRun.in(bank.bank(), "");
        return rehearsal.asks().operations().stream()
                .filter(operation -> operation.body() != null)
                .map(operation -> new Writing(bank, goodCall(rehearsal, operation)));
    }

    /** One that is allowed if there is one at all, else one that is refused by a rule of the bank. */
    private static Explanation goodCall(DryRun rehearsal, Operation operation) {
        List<CallTemplate> asks =
                new ArrayList<>(rehearsal.asks().each(operation, 20).asks());
        asks.add(0, rehearsal.asks().one(operation, List.of(), Map.of(), null));
        Explanation last = null;
        for (Caller caller : callers(rehearsal.callers())) {
            for (CallTemplate ask : asks) {
                Explanation found = rehearsal.explain(caller, ask);
                if (found.cell().allowed()) {
                    return found;
                }
                last = found;
            }
        }
        throw new IllegalStateException("no good call of " + operation.id() + ": " + last);
    }

    private static List<Caller> callers(Callers callers) {
        return Stream.concat(
                        callers.users().stream().flatMap(user -> callers.all(user).stream()),
                        callers.clients().stream())
                .filter(caller -> caller.state().isEmpty())
                .toList();
    }

    @FuzzTest
    void isTakenOrRefused(byte[] input) {
        String[] parts = Notation.read(input, Map.of()).split("\n", 2);
        Writing operation = OPERATIONS.stream()
                .filter(known -> known.name().equals(parts[0]))
                .findFirst()
                .orElseGet(() -> OPERATIONS.get(Math.floorMod(parts[0].hashCode(), OPERATIONS.size())));
        operation.bank().tidy();
        Reply reply = operation.send(parts.length > 1 ? parts[1] : parts[0]);
        assertFalse(
                reply.status() < REFUSED && operation.bank() == APITURE && money().compareTo(MONEY) != 0,
                () -> "there were " + MONEY + ", now there are " + money());
    }

    private static BigDecimal money() {
        Message balances = new Message("GET", BALANCES).with("Authorization", "Bearer " + APITURE.token("back-office"));
        Matcher found = CURRENT.matcher(APITURE.send(balances).body());
        return found.results().map(each -> new BigDecimal(each.group(1))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
