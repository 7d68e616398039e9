package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AsksTest {

    @Test
    void nameNoneTooWhereAnOperationNeedNotNameOne() {
        assertThat(each("apiture", "listAccountBalances", 2).stream().map(CallRequest::target))
                .containsExactly(
                        "/banking/accountBalances",
                        "/banking/accountBalances?accounts=acct-4f81c0",
                        "/banking/accountBalances?accounts=acct-9b22d7");
    }

    @Test
    void countWhatTheyLeaveOut() {
        try (Scene scene = Scene.of("apiture")) {
            CallFactory calls = scene.rehearsal().asks();
            CallFactory.Some some = calls.each(calls.operation("getAccount"), 2);
            assertThat(some.asks()).extracting(CallTemplate::label).containsExactly("acct-4f81c0", "acct-9b22d7");
            assertThat(some.left()).isEqualTo(15);
        }
    }

    @Test
    void putResourcesIntoTheExampleBody() {
        assertThat(each("uphold", "core.create-account", 2))
                .extracting(CallRequest::body)
                .isEqualTo(List.of(
                        "{\"label\":\"Savings\",\"asset\":\"EUR\"}", "{\"label\":\"Savings\",\"asset\":\"USD\"}"));
    }

    @Test
    void haveWhatAGoodCallHasThoughItNeedNotHaveIt() {
        assertThat(each("uphold", "core.create-user", 2))
                .extracting(call -> call.headers().get("X-Uphold-User-Ip"))
                .containsExactly("192.0.2.7");
    }

    private static List<CallRequest> each(String fixture, String operation, int most) {
        try (Scene scene = Scene.of(fixture)) {
            CallFactory calls = scene.rehearsal().asks();
            return calls.each(calls.operation(operation), most).asks().stream()
                    .map(scene.rehearsal()::request)
                    .toList();
        }
    }
}
