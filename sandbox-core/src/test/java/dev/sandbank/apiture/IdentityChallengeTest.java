package dev.sandbank.apiture;

import static dev.sandbank.apiture.TransferDesk.TOMORROW;
import static dev.sandbank.apiture.TransferDesk.body;
import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.EXTERNAL;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A transfer to another institution needs a proof of identity, if the bank wants one: it is good once. */
class IdentityChallengeTest {

    private static final String ERRORS = "https://production.api.apiture.com/errors/";
    private static final String BAD_PROOF = ERRORS + "invalidIdentityChallengeHeader/v1.0.0";
    private static final String PROOF = "proof-of-ada-1";
    private static final String OUTSIDE =
            body("5.00", SAVER, EXTERNAL, "{\"frequency\":\"once\",\"scheduledOn\":\"" + TOMORROW + "\"}");

    @AutoClose
    private final TransferDesk desk = TransferDesk.of("""
            settings: {challengeTransfers: [external]}
            users:
              - id: ada
                claims: {name: Ada Byron, email: ada@example.test, phone_number: "+15555550100"}
                identityChallenge:
                  tokens:
                    - {token: proof-of-ada-1}
                    - {token: proof-of-ada-2, expiresAt: 2031-03-03T10:00:00Z}
              - {id: bob, identityChallenge: {blocked: true, tokens: [{token: proof-of-bob}]}}
              - {id: carol, identityChallenge: {factors: []}}
            entitlements:
              - {user: ada, account: acct-4f81c0, allow: [transferFrom, transferTo, view]}
              - {user: ada, account: acct-9b22d7, allow: [transferFrom, transferTo, view]}
              - {user: ada, account: acct-85b3f1, allow: [transferFrom, transferTo]}
              - {user: bob, account: acct-4f81c0, allow: [transferFrom, view]}
              - {user: bob, account: acct-85b3f1, allow: [transferTo]}
              - {user: bob, account: acct-9b22d7, allow: [transferTo]}
              - {user: carol, account: acct-4f81c0, allow: [transferFrom, view]}
              - {user: carol, account: acct-85b3f1, allow: [transferTo]}
            """);

    @Test
    void isAskedForWithTheCustomersFactors() {
        Answer answer = desk.create(ADA_BATCH, OUTSIDE).send();

        assertThat(answer)
                .hasStatus(401)
                .has("/type", ERRORS + "challengeRequired/v1.0.0")
                .has("/attributes/operationId", "createTransfer")
                .hasHeader("WWW-Authenticate", "Bearer realm=\"apiture\"")
                .wasRefusedAt("rules", "challenge-required");
        assertThat(answer.text("/attributes/challengeId")).hasSize(36);
        assertThat(answer.at("/attributes/factors"))
                .hasToString("[{\"type\":\"sms\",\"labels\":[\"0100\"]},{\"type\":\"voice\",\"labels\":[\"0100\"]},"
                        + "{\"type\":\"email\",\"labels\":[\"a***@example.test\"]}]");
        assertThat(desk.list("?scheduledOn=" + TOMORROW)).has("/count", 0);
    }

    @Test
    void isPassedWithAProofOnce() {
        assertThat(proven(PROOF)).hasStatus(201);

        assertThat(proven(PROOF)).hasStatus(401).has("/type", BAD_PROOF);
    }

    @Test
    void isNotPassedWithAProofThatHasExpired() {
        desk.pass("PT1H");

        assertThat(proven("proof-of-ada-2")).hasStatus(401).has("/type", BAD_PROOF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-proof", "proof-of-bob", "PROOF-OF-ADA-1", "short", "has space in it"})
    void isNotPassedWithWhatIsNoProofOfThisCustomer(String proof) {
        assertThat(proven(proof)).hasStatus(401).has("/type", BAD_PROOF);
    }

    @Test
    void usesUpAProofThoughItWasNotNeeded() {
        assertThat(desk.create(ADA_BATCH, body("5.00", TOMORROW)).header("Challenge", PROOF))
                .hasStatus(201);

        assertThat(proven(PROOF)).hasStatus(401).has("/type", BAD_PROOF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-proof", "short", "proof-of-bob", ""})
    void looksAtAProofThoughNoneIsNeeded(String proof) {
        assertThat(desk.create(ADA_BATCH, body("5.00", TOMORROW)).header("Challenge", proof))
                .hasStatus(401)
                .has("/type", BAD_PROOF)
                .wasRefusedAt("rules", "challenge-header-invalid");
        assertThat(desk.patch("xfer-approval", "{\"memo\":\"x\"}").header("Challenge", proof))
                .hasStatus(401)
                .has("/type", BAD_PROOF);
    }

    @Test
    void isNotPassedWithTwoProofs() {
        assertThat(proven(PROOF).header("Challenge", PROOF)).hasStatus(401).has("/type", BAD_PROOF);

        assertThat(proven(PROOF)).hasStatus(201);
    }

    @Test
    void isNotPassedByAProgramWithAProof() {
        assertThat(desk.create("back-office", body("5.00", TOMORROW)).header("Challenge", PROOF))
                .hasStatus(401)
                .has("/type", BAD_PROOF);
    }

    @Test
    void isNoMatterOfACustomerWhoFailedTooOftenWhereNoneIsNeeded() {
        assertThat(desk.create("bob-batch", body("5.00", TOMORROW))).hasStatus(201);
        assertThat(desk.create("bob-batch", body("5.00", TOMORROW)).header("Challenge", "proof-of-bob"))
                .hasStatus(201);
    }

    @Test
    void doesNotUseUpAProofOfATransferThatIsRefused() {
        String past = OUTSIDE.replace(TOMORROW, "2031-03-02");
        assertThat(desk.create(ADA_BATCH, past).header("Challenge", PROOF)).hasStatus(422);

        assertThat(proven(PROOF)).hasStatus(201);
    }

    @Test
    void isAskedForChangesToo() {
        assertThat(desk.patch("xfer-approval", "{\"memo\":\"x\",\"sourceAccount\":{\"id\":\"" + SAVER + "\"}}"))
                .hasStatus(401)
                .has("/attributes/operationId", "patchTransfer");
    }

    @Test
    void isOverForACustomerWhoFailedTooOften() {
        assertThat(desk.create("bob-batch", OUTSIDE).header("Challenge", "proof-of-bob"))
                .hasStatus(401)
                .has("/type", ERRORS + "challengeBlocked/v1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"carol-batch", "back-office"})
    void cannotBePassedByWhoHasNoFactor(String client) {
        assertThat(desk.create(client, OUTSIDE))
                .hasStatus(401)
                .has("/type", ERRORS + "noIdentityChallengeFactors/v1.0.0");
    }

    @Test
    void isNoSecretOfTheJournal() {
        proven(PROOF).send();

        assertThat(desk.bank().journal().calls().toString()).doesNotContain(PROOF);
    }

    private HttpCall proven(String proof) {
        return desk.create(ADA_BATCH, OUTSIDE).header("Challenge", proof);
    }
}
