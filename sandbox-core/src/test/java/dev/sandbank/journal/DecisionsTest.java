package dev.sandbank.journal;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision;
import dev.sandbank.DenialReason;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A decision tells why, in words and as data. */
class DecisionsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void nameWhatWasRequiredAndWhatWasHeld() {
        Decision decision = get(bank, "/banking/accounts")
                .bearer(bank.tokens().forClient("money-mover"))
                .send()
                .decision();

        assertThat(decision.required()).containsExactly("banking/read");
        assertThat(decision.held()).containsExactly("moneyMovement/write");
        assertThat(decision.explain())
                .isEqualTo("refused at scope: needs banking/read, token holds moneyMovement/write");
        assertThat(decision.operation()).isEqualTo("listAccounts");
        assertThat(decision.client()).isEqualTo("money-mover");
    }

    @Test
    void nameThePermissionThatIsMissing() {
        Decision decision = get(bank, "/banking/accounts/acct-4f81c0")
                .bearer(bank.tokens().forClient("bob-batch"))
                .send()
                .decision();

        assertThat(decision.required()).containsExactly("view");
        assertThat(decision.held()).containsExactly("transferTo");
        assertThat(decision.subject()).isEqualTo("user bob");
    }

    @Test
    void nameTheClientThatATokenRequestClaimedToBe() {
        Decision decision = HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                .basic("ledger-reader:wrong")
                .send()
                .decision();

        assertThat(decision.operation()).isEqualTo("token");
        assertThat(decision.client()).isEqualTo("ledger-reader");
        assertThat(decision.refusal()).isEqualTo(DenialReason.OAuth.INVALID_CLIENT_SECRET_WRONG);
    }

    @Test
    void areToldOfCallsThatLeadNowhere() {
        assertThat(get(bank, "/nowhere")).hasStatus(404).wasRefused(DenialReason.ROUTE_UNKNOWN);
        assertThat(get(bank, "/_sandbank/nothing")).hasStatus(404);
    }

    @Test
    void canBeWaitedFor() throws InterruptedException {
        CompletableFuture<Void> call =
                CompletableFuture.runAsync(() -> get(bank, "/banking/accounts").send());

        assertThat(bank.journal().awaitCall(made -> made.status() == 401, Duration.ofSeconds(20)))
                .isTrue();
        assertThat(bank.journal().awaitCall(made -> made.status() == 999, Duration.ofMillis(1)))
                .isFalse();
        call.join();
    }

    @Test
    void canBeWaitedForTogether() throws InterruptedException {
        CompletableFuture<Void> calls = CompletableFuture.runAsync(() -> {
            get(bank, "/banking/accounts").send();
            get(bank, "/nowhere").send();
        });

        assertThat(bank.journal().awaitCalls(made -> made.size() == 2, Duration.ofSeconds(20)))
                .isTrue();
        assertThat(bank.journal().awaitCalls(made -> made.size() == 3, Duration.ofMillis(1)))
                .isFalse();
        calls.join();
    }

    @Test
    void areToldInFullWithNothingThatEndsALine() {
        Exchange call = HttpCall.tokenRequest(bank, "grant_type", "client_credentials", "client_id", "a\r\nb\u2028")
                .send()
                .exchange();

        assertThat(call.headline()).isEqualTo("#1 POST /oidc/token -> 401, token by client a??b?");
        assertThat(call.decision().chain())
                .containsExactly(
                        "request      ✓ pass    one form, each parameter once",
                        "client       ✗ refuse  There is no client 'a??b?'");
        assertThat(call.describe())
                .isEqualTo(call.headline()
                        + "\n   "
                        + String.join("\n   ", call.decision().chain()));
    }

    @Test
    void areToldToTheObserver() {
        CompletableFuture<Exchange> told = new CompletableFuture<>();
        try (Sandbank observed =
                Sandbank.builder().fixture("uphold").onCall(told::complete).start()) {
            get(observed, "/core/users/me").send();

            assertThat(told.join().decision().refusal()).isEqualTo(DenialReason.TOKEN_MISSING);
        }
    }
}
