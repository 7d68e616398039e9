package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Refusals;
import dev.sandbank.Sandbank;
import dev.sandbank.internal.explain.Caller.Way;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a matrix says is what a caller over HTTP meets: every cell of both built-in fixtures is tried. */
class EveryCellTest {

    @ParameterizedTest
    @EnumSource
    void isTheAnswerOfARealCall(BuiltIn built) {
        try (Scene scene = Scene.of(built.fixture());
                Sandbank bank = built.start()) {
            for (Caller caller : scene.everybody()) {
                for (CallTemplate ask : scene.everything()) {
                    Explanation told = scene.rehearsal().explain(caller, ask);

                    Answer real = call(bank, told).send();

                    assertThat(cellOf(real)).as("%s: %s", caller.label(), ask).isEqualTo(told.cell());
                    undo(bank, ask, real);
                }
            }
        }
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
        try (Scene scene = Scene.of(built.fixture())) {
            List<Cell> cells = scene.everybody().stream()
                    .flatMap(caller -> scene.everything().stream()
                            .map(ask -> scene.rehearsal().explain(caller, ask).cell()))
                    .toList();

            assertThat(cells).extracting(Cell::word).contains("allowed", "token", "scope", "blocked", "resource");
            assertThat(cells)
                    .extracting(Cell::refusal)
                    .doesNotContain(Refusals.ROUTE_UNKNOWN, Refusals.INPUT_INVALID, Refusals.BODY_MALFORMED);
        }
    }

    static HttpCall call(Sandbank bank, Explanation told) {
        CallRequest ask = told.request();
        HttpCall call = HttpCall.call(bank, ask.method(), ask.target()).bearer(token(bank, told.caller()));
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
