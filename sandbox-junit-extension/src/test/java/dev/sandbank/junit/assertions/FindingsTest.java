package dev.sandbank.junit.assertions;

import static dev.sandbank.DenialReason.SCOPE_MISSING;
import static dev.sandbank.Finding.Severity.ERROR;
import static dev.sandbank.Finding.Severity.INFO;
import static dev.sandbank.Finding.Severity.WARNING;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class FindingsTest {

    private static void denyThrice(Sandbank bank) {
        for (int attempt = 0; attempt < 3; attempt++) {
            new Caller(bank).listAccounts("money-mover");
        }
    }

    private static void retry(Sandbank bank) throws Exception {
        String token = bank.tokens().forClient("money-mover");
        for (int attempt = 0; attempt < 3; attempt++) {
            read(bank.url("listAccounts"), token);
        }
    }

    private static void read(URI url, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void areNoneForTheClientOfTheReadme(Sandbank bank) throws Exception {
        bank.user("ada").block();
        read(bank.url("listAccounts"), bank.tokens().forClient("ada-batch"));

        assertThat(bank).hasNoFindings(INFO);
    }

    @Test
    void areListedWithTheirCallsAndWhatToDo(Sandbank bank) throws Exception {
        retry(bank);

        assertThatThrownBy(() -> assertThat(bank).hasNoFindings(WARNING))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected no findings of severity warning or worse, but there is 1

                        warning retry-after-denial: client money-mover, calls 1, 2, 3
                           it sent GET /banking/accounts 3 times, and each was refused at scope: needs banking/read, token holds moneyMovement/write
                           Do not repeat a call that was refused for what it is: tell the user, or get other rights first. (RFC 9110 §15.5.4)
                           #1 GET /banking/accounts -> 403, listAccounts by client money-mover
                           #2 GET /banking/accounts -> 403, listAccounts by client money-mover
                           #3 GET /banking/accounts -> 403, listAccounts by client money-mover""");
    }

    @Test
    void mayBeLessSevere(Sandbank bank) throws Exception {
        retry(bank);

        assertThat(bank).hasNoFindings(ERROR);
    }

    @Test
    void canBeLeftOutByRule(Sandbank bank) throws Exception {
        retry(bank);

        assertThat(bank).hasNoFindingsExcept(WARNING, "token-per-call", "retry-after-denial");
        assertThatThrownBy(() -> assertThat(bank).hasNoFindingsExcept(WARNING, "token-per-call"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void areNoneIfTheTestHasLookedAtTheDenials(Sandbank bank) throws Exception {
        retry(bank);
        assertThat(bank).calls().wereRefused(SCOPE_MISSING);

        assertThat(bank).hasNoFindings(INFO);
    }

    @Test
    void areNoneIfEachCallHasItsOwnToken(Sandbank bank) {
        denyThrice(bank);

        assertThat(bank).hasNoFindings(INFO);
    }

    @Test
    void areNotSoughtWhereThereIsNoCall(Sandbank bank) {
        assertThatThrownBy(() -> assertThat(bank).hasNoFindings(INFO))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected no findings, but there is no call to look at");
    }

    @Test
    void cannotBeWaitedFor(Sandbank bank) {
        assertThatThrownBy(
                        () -> assertThat(bank).eventually(Duration.ofSeconds(1)).hasNoFindings(INFO))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
