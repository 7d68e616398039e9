package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AsksTest {

    @Test
    void nameNoneTooWhereAnOperationNeedNotNameOne() {
        assertThat(each("apiture", "listAccountBalances", 2).asks())
                .extracting(ask -> ask.path() + "?" + ask.rawQuery())
                .containsExactly(
                        "/banking/accountBalances?",
                        "/banking/accountBalances?accounts=acct-4f81c0",
                        "/banking/accountBalances?accounts=acct-9b22d7");
    }

    @Test
    void countWhatTheyLeaveOut() {
        assertThat(each("apiture", "getAccount", 2)).satisfies(some -> {
            assertThat(some.asks()).extracting(Ask::resource).containsExactly("acct-4f81c0", "acct-9b22d7");
            assertThat(some.left()).isEqualTo(15);
        });
    }

    @Test
    void putResourcesIntoTheExampleBody() {
        assertThat(each("uphold", "core.create-account", 2).asks())
                .extracting(Ask::body)
                .isEqualTo(List.of(
                        "{\"label\":\"Savings\",\"asset\":\"EUR\"}", "{\"label\":\"Savings\",\"asset\":\"USD\"}"));
    }

    @Test
    void haveWhatAGoodCallHasThoughItNeedNotHaveIt() {
        assertThat(each("uphold", "core.create-user", 2).asks())
                .extracting(Ask::headers)
                .containsExactly(Map.of("X-Uphold-User-Ip", "192.0.2.7"));
    }

    private static CallFactory.Some each(String fixture, String operation, int most) {
        try (Scene scene = Scene.of(fixture)) {
            CallFactory asks = scene.rehearsal().asks();
            return asks.each(asks.operation(operation), most);
        }
    }
}
