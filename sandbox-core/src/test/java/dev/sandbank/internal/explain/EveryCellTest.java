package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision.Gate;
import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.internal.explain.Caller.Way;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.EveryCase;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a matrix of a built-in fixture says is what a caller over HTTP meets, in each way that an operation ends. */
class EveryCellTest {

    /** What the applications send that have nothing but a key. */
    private static final Map<String, String> KEYS = Map.of(
            "branch-widget", "branch-widget-key-8Hq3",
            "old-widget", "old-widget-key-5Vt1",
            "other-widget", "other-widget-key-2Pz7");

    /** What every caller is told of every call, found out once. */
    private static final Map<BuiltIn, List<Explanation>> CELLS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource
    void isTheAnswerOfARealCall(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            EveryCase.orOneOfEach(cells(built).stream(), EveryCellTest::kind).forEach(told -> {
                Answer real = call(bank, told).send();

                assertThat(cellOf(real))
                        .as("%s: %s", told.caller().label(), told.request())
                        .isEqualTo(told.cell());
                undo(bank, told.call(), real);
            });
        }
    }

    private static List<Explanation> cells(BuiltIn built) {
        return CELLS.computeIfAbsent(built, known -> {
            try (Scene scene = Scene.of(known.fixture())) {
                return scene.everybody().stream()
                        .flatMap(caller -> scene.everything().stream()
                                .map(ask -> scene.rehearsal().explain(caller, ask)))
                        .toList();
            }
        });
    }

    /** What is told of such a call, whoever it is that asks, of which operation, and about which resource. */
    private static List<Object> kind(Explanation told) {
        Caller caller = told.caller();
        Cell cell = told.cell();
        return List.of(
                caller.way(),
                caller.state(),
                told.call().operation().method(),
                cell.gate(),
                cell.refusal(),
                cell.status());
    }

    @ParameterizedTest
    @EnumSource
    void isThereForEveryUserAndOperation(BuiltIn built) {
        try (Scene scene = Scene.of(built.fixture())) {
            assertThat(scene.everybody().stream().flatMap(caller -> caller.userId().stream()))
                    .containsExactlyElementsOf(scene.rehearsal().callers().users());
            assertThat(scene.everything().stream().map(CallTemplate::operation).distinct())
                    .containsExactlyElementsOf(scene.rehearsal().asks().operations());
        }
    }

    /** A matrix in which everybody may do everything would show nothing. */
    @ParameterizedTest
    @EnumSource
    void isMetByManyGates(BuiltIn built) {
        List<Cell> cells = cells(built).stream().map(Explanation::cell).toList();

        assertThat(cells).extracting(Cell::gate).contains("", "token", "scope", "blocked", "resource");
        assertThat(cells)
                .extracting(Cell::refusal)
                .doesNotContain(DenialReason.ROUTE_UNKNOWN, DenialReason.INPUT_INVALID, DenialReason.BODY_MALFORMED);
    }

    static HttpCall call(Sandbank bank, Explanation told) {
        CallRequest ask = told.request();
        HttpCall call = HttpCall.call(bank, ask.method(), ask.target());
        String key = KEYS.get(told.caller().client().id());
        if (key == null) {
            call.bearer(token(bank, told.caller()));
        } else {
            call.header("API-Key", key);
        }
        ask.headers().forEach(call::header);
        if (!ask.body().isEmpty()) {
            call.json(ask.body());
        }
        return call;
    }

    /** Whoever is disabled gets a token before that happens. */
    private static String token(Sandbank bank, Caller caller) {
        String client = caller.client().id();
        boolean ownToken = caller.way() != Way.SIGNED_IN;
        if (caller.client().disabled()) {
            bank.client(client).enable();
            String token = bank.tokens().forClient(client);
            bank.client(client).disable();
            return token;
        }
        if (caller.way() != Way.NAMED && caller.state().equals("disabled")) {
            bank.user(caller.id()).enable();
            String token =
                    ownToken ? bank.tokens().forClient(client) : bank.tokens().forUser(client, caller.id());
            bank.user(caller.id()).disable();
            return token;
        }
        return ownToken ? bank.tokens().forClient(client) : bank.tokens().forUser(client, caller.id());
    }

    static Cell cellOf(Answer real) {
        if (real.decision().allowed()) {
            return new Cell("", "", real.status(), "");
        }
        List<Gate> gates = real.decision().gates();
        Gate last = gates.get(gates.size() - 1);
        return new Cell(last.name(), real.decision().refusal(), real.status(), last.saw());
    }

    /** What was refused changed nothing. */
    private static void undo(Sandbank bank, CallTemplate ask, Answer real) {
        if (!ask.operation().method().equals("GET") && real.decision().allowed()) {
            bank.reset();
        }
    }
}
