package dev.sandbank.lint;

import static dev.sandbank.DenialReason.TOKEN_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A sandbox at a server: what it finds, and what the test did on purpose. */
class FindingsAtAServerTest {

    @AutoClose
    private final Sandbank server = Sandbank.start("uphold");

    @AutoClose
    private final Sandbank bank =
            Sandbank.builder().fixture("apiture").atServer(server.baseUrl()).start();

    @Test
    void findsWhatTheTestDidNotExpect() {
        HttpCall.get(bank, "/banking/accounts?access_token=abc").send();
        bank.expectDenial(
                TOKEN_MISSING,
                () -> HttpCall.get(bank, "/banking/accounts?password=abc").send());

        assertThat(Clients.only(bank).calls()).containsExactly(1L);
    }
}
