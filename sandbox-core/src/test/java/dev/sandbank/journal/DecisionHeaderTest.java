package dev.sandbank.journal;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.RawSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A header that tells the decision, for whoever cannot ask the journal. */
class DecisionHeaderTest {

    private static final String NAME = "Sandbank-Decision";

    @ParameterizedTest
    @EnumSource
    void isNotSentUnlessItIsWanted(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            assertThat(get(bank, built.guarded())).hasStatus(401).hasNoHeader(NAME);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSentIfTheFixtureWantsIt(BuiltIn built) {
        String fixture =
                "bank: %s\nextends: %s\nsettings: {decisionHeader: true}\n".formatted(built.fixture(), built.fixture());

        try (Sandbank bank = Sandbank.builder().fixtureText(fixture).start()) {
            assertThat(get(bank, built.guarded()))
                    .hasHeaderMatching(NAME, "refused;reason=\"token-missing\";gate=\"token\";saw=\".*\";operation=.*");
        }
    }

    @Test
    void tellsOfEveryDecision() {
        try (Sandbank bank = telling("apiture")) {
            String allowed = bank.tokens().forClient("ada-batch");
            String scopeless = bank.tokens().forClient("money-mover");

            assertThat(get(bank, "/banking/accounts").bearer(allowed))
                    .hasStatus(200)
                    .hasHeader(NAME, "allowed;operation=\"listAccounts\";client=\"ada-batch\";subject=\"user ada\"");
            assertThat(get(bank, "/banking/accounts").bearer(scopeless))
                    .hasStatus(403)
                    .hasHeader(
                            NAME,
                            "refused;reason=\"scope-missing\";gate=\"scope\";saw=\"needs banking/read, token holds"
                                    + " moneyMovement/write\";operation=\"listAccounts\";client=\"money-mover\"");
            assertThat(HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                            .basic("ledger-reader:wrong"))
                    .hasHeader(
                            NAME,
                            "refused;reason=\"invalid-client.secret-wrong\";gate=\"client\";saw=\"The secret of client ledger-reader is wrong\""
                                    + ";operation=\"token\";client=\"ledger-reader\"");
        }
    }

    @Test
    void isInTheJournalToo() {
        try (Sandbank bank = telling("apiture")) {
            Answer answer = get(bank, "/nowhere").send();

            assertThat(answer.exchange().replyHeaders())
                    .containsEntry(NAME, answer.header(NAME).orElseThrow());
        }
    }

    @Test
    void isToldOfWhatCannotBeReadToo() {
        try (Sandbank bank = telling("uphold")) {
            Answer answer = RawSocket.send(bank, "GET /%zz HTTP/1.1\r\nHost: bank\r\nConnection: close\r\n\r\n");

            assertThat(answer).hasHeaderMatching(NAME, "refused;reason=\"request-malformed\";gate=\"http\";saw=.*");
        }
    }

    @Test
    void cannotBeWrittenByCallers() {
        try (Sandbank bank = telling("apiture")) {
            String client = "a\"b\\c\u00e9\r\nX-Evil: 1";
            Answer answer = HttpCall.tokenRequest(bank, "grant_type", "client_credentials", "client_id", client)
                    .send();

            assertThat(answer)
                    .hasNoHeader("X-Evil")
                    .hasHeaderMatching(NAME, "refused;.*;client=\"a\\\\\"b\\\\\\\\c\\?\\?\\?X-Evil: 1\"");
        }
    }

    private static Sandbank telling(String fixture) {
        return Sandbank.builder().fixture(fixture).decisionHeader().start();
    }
}
