package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.internal.explain.Caller.Way;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {

    private static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";
    private static final String BRUNO = "b52e8d07-c41f-4936-8e2a-5f90d7a3c618";

    @ParameterizedTest
    @CsvSource({
        "apiture,, ada, ada-batch, BOUND",
        "apiture, mobile-app, ada, mobile-app, SIGNED_IN",
        "apiture, ada-batch,, ada-batch, BOUND",
        "apiture, back-office,, back-office, ITSELF",
        "uphold,, " + ADA + ", payouts, NAMED",
        "uphold, ada-only, " + ADA + ", ada-only, BOUND",
        "uphold, ada-only, " + BRUNO + ", ada-only, NAMED",
        "uphold, no-act, " + ADA + ", no-act, NAMED",
        "uphold, payouts,, payouts, ITSELF"
    })
    void areFoundByClientOrUser(
            String fixture, @Nullable String client, @Nullable String user, String through, Way way) {
        try (Scene scene = Scene.of(fixture)) {
            Caller caller = scene.rehearsal().callers().of(client, user);

            assertThat(caller.client().id()).isEqualTo(through);
            assertThat(caller.way()).isEqualTo(way);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ada-batc,, did you mean \"ada-batch\"?",
        ", adda, did you mean \"ada\"?",
        ",, name the caller",
        "mobile-app,, users sign in to it",
        "ledger-reader, ada, client ledger-reader cannot call for user ada",
        "ada-batch, bob, client ada-batch cannot call for user bob"
    })
    void whoAreNotThereAreToldFrom(@Nullable String client, @Nullable String user, String told) {
        try (Scene scene = Scene.of("apiture")) {
            assertThatThrownBy(() -> scene.rehearsal().callers().of(client, user))
                    .isInstanceOf(ChoiceException.class)
                    .hasMessageContaining(told);
        }
    }

    @Test
    void holdOnlyScopesOfTheirClient() {
        try (Scene scene = Scene.of("apiture")) {
            Callers callers = scene.rehearsal().callers();
            Caller reader = callers.of("ledger-reader", null);

            assertThat(callers.holding(reader, List.of()).scopes().isEmpty()).isTrue();
            assertThatThrownBy(() -> callers.holding(reader, List.of("banking/write")))
                    .isInstanceOf(ChoiceException.class)
                    .hasMessageContaining("client ledger-reader may not have the scope banking/write");
        }
    }
}
