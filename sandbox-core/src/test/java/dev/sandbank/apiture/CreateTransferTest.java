package dev.sandbank.apiture;

import static dev.sandbank.apiture.TransferDesk.TODAY;
import static dev.sandbank.apiture.TransferDesk.TOMORROW;
import static dev.sandbank.apiture.TransferDesk.body;
import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.testing.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code createTransfer}: what it answers, and what it does not take. */
class CreateTransferTest {

    @AutoClose
    private final TransferDesk desk = TransferDesk.open();

    @Test
    void answersWithTheTransferAndWhereItIs() {
        Answer answer = desk.create(ADA_BATCH, body("120.00", TOMORROW)).send();

        assertThat(answer)
                .hasStatus(201)
                .wasAllowed()
                .hasHeader("Location", desk.bank().baseUrl() + "/banking/transfers/" + answer.text("/id"))
                .has("/amount", "120.00")
                .has("/state", "scheduled")
                .has("/sourceAccount/id", SAVER)
                .has("/sourceAccount/label", "Saver *4410")
                .has("/sourceAccount/type", "savings")
                .has("/sourceAccount/location", "internal")
                .has("/targetAccount/label", "Rainy day")
                .has("/schedule/scheduledOn", TOMORROW)
                .has("/schedule/debitsOn", TOMORROW)
                .has("/schedule/creditsOn", TOMORROW)
                .has("/createdAt", "2031-03-03T09:00:00.000Z")
                .has("/updatedBy", "Ada Byron")
                .lacks("/processedAt")
                .lacks("/memo");
        assertThat(desk.transfer(answer.text("/id"))).hasBody(answer.body());
    }

    @Test
    void waitsForADateThatIsNotTold() {
        String undated = body("120.00", SAVER, RAINY_DAY, "{\"frequency\":\"once\"}");

        assertThat(desk.create(ADA_BATCH, undated))
                .hasStatus(201)
                .has("/state", "unscheduled")
                .lacks("/schedule/debitsOn");
    }

    @Test
    void makesAnotherWhenItIsRepeatedWhateverKeyIsSent() {
        Answer first = desk.create(ADA_BATCH, body("1.00", TOMORROW))
                .header("Idempotency-Key", "same-key")
                .send();
        Answer second = desk.create(ADA_BATCH, body("1.00", TOMORROW))
                .header("Idempotency-Key", "same-key")
                .send();

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
    }

    @Test
    void ignoresWhatOnlyTheBankMaySay() {
        String forged = body("5.00", TOMORROW)
                .replaceFirst(
                        "\\{", "{\"id\":\"xfer-mine\",\"state\":\"processed\",\"user\":\"bob\",\"createdAt\":\"x\",");

        Answer answer = desk.create(ADA_BATCH, forged).send();

        assertThat(answer).hasStatus(201).has("/state", "scheduled");
        assertThat(answer.text("/id")).isNotEqualTo("xfer-mine");
        assertThat(desk.transfer(answer.text("/id"))).hasStatus(200);
    }

    @Test
    void takesAProgramWithoutCustomerAtItsScopes() {
        assertThat(desk.create("back-office", body("1.00", TOMORROW)))
                .hasStatus(201)
                .wasAllowed()
                .has("/updatedBy", "Back office");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{'amount':'1.00','sourceAccount':{'id':'acct-4f81c0'},'targetAccount':{'id':'acct-9b22d7'}}",
                "{'amount':1.00,'sourceAccount':{'id':'acct-4f81c0'},'targetAccount':{'id':'acct-9b22d7'},'schedule':{'frequency':'once'}}",
                "{'amount':'1','sourceAccount':{'id':'acct-4f81c0'},'targetAccount':{'id':'acct-9b22d7'},'schedule':{'frequency':'once'}}",
                "{'amount':'-1.00','sourceAccount':{'id':'acct-4f81c0'},'targetAccount':{'id':'acct-9b22d7'},'schedule':{'frequency':'once'}}",
                "{'amount':'01.00','sourceAccount':{'id':'acct-4f81c0'},'targetAccount':{'id':'acct-9b22d7'},'schedule':{'frequency':'once'}}",
                "{'amount':'1.00','sourceAccount':{},'targetAccount':{'id':'acct-9b22d7'},'schedule':{'frequency':'once'}}",
                "{'amount':'1.00','sourceAccount':{'id':'acct-4f81c0','type':'bogus'},'targetAccount':{'id':'acct-9b22d7'},'schedule':{'frequency':'once'}}",
                "{'amount':'1.00','sourceAccount':'acct-4f81c0','targetAccount':{'id':'acct-9b22d7'},'schedule':{'frequency':'once'}}",
                "{'amount':'1.00','sourceAccount':{'id':'acct-4f81c0'},'targetAccount':{'id':'acct-9b22d7'},'schedule':{'frequency':'often'}}",
                "{'amount':'1.00','sourceAccount':{'id':'acct-4f81c0'},'targetAccount':{'id':'acct-9b22d7'},'schedule':{'frequency':'once','scheduledOn':'2031-02-30'}}",
                "{'amount':'1.00','sourceAccount':{'id':'acct-4f81c0'},'targetAccount':{'id':'acct-9b22d7'},'schedule':{'frequency':'daily','count':0}}"
            })
    void refusesContentThatIsNotWellFormed(String body) {
        assertThat(desk.create(ADA_BATCH, body.replace('\'', '"')))
                .hasStatus(400)
                .has("/type", "https://production.api.apiture.com/errors/badRequest/v1.0.0");
    }

    @Test
    void refusesAMemoThatIsTooLong() {
        String body = body("1.00", TODAY).replaceFirst("\\{", "{\"memo\":\"" + "x".repeat(129) + "\",");

        assertThat(desk.create(ADA_BATCH, body)).hasStatus(400).wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @Test
    void takesNoMergePatch() {
        assertThat(desk.as(ADA_BATCH, "POST", "/transfers")
                        .content("application/merge-patch+json", body("1.00", TODAY)))
                .hasStatus(415);
    }
}
