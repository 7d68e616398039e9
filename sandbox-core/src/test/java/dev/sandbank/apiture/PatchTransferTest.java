package dev.sandbank.apiture;

import static dev.sandbank.apiture.TransferDesk.TODAY;
import static dev.sandbank.apiture.TransferDesk.TOMORROW;
import static dev.sandbank.apiture.TransferDesk.body;
import static dev.sandbank.testing.ApitureSeed.ADA;
import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.EVERYDAY;
import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.DenialReason;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code patchTransfer}: what a patch leaves out stays as it was. */
class PatchTransferTest {

    @AutoClose
    private final TransferDesk desk = TransferDesk.open();

    @Test
    void movesATransferToAnotherDayWithAScheduleThatSaysOnlyThat() {
        String id = desk.created(body("10.00", TOMORROW));

        assertThat(desk.patch(id, "{\"schedule\":{\"scheduledOn\":\"2031-03-10\"}}"))
                .hasStatus(200)
                .wasAllowed()
                .has("/schedule/scheduledOn", "2031-03-10")
                .has("/schedule/frequency", "once")
                .has("/schedule/debitsOn", "2031-03-10")
                .has("/amount", "10.00");
        desk.pass("P2D");
        assertThat(desk.transfer(id)).has("/state", "scheduled");
        desk.pass("P6D");
        assertThat(desk.transfer(id)).has("/state", "processed");
    }

    @Test
    void givesADateToOneThatHadNone() {
        assertThat(desk.patch("xfer-someday", "{\"schedule\":{\"scheduledOn\":\"" + TOMORROW + "\"}}"))
                .has("/state", "scheduled");
    }

    @Test
    void takesBackWhatIsNull() {
        String id = desk.created(body("10.00", TOMORROW).replaceFirst("\\{", "{\"memo\":\"rent\","));

        assertThat(desk.patch(id, "{\"memo\":null,\"schedule\":{\"scheduledOn\":null}}"))
                .hasStatus(200)
                .has("/state", "unscheduled")
                .lacks("/memo")
                .lacks("/schedule/scheduledOn");
        desk.pass("P2D");
        assertThat(desk.transfer(id)).has("/state", "unscheduled");
    }

    @Test
    void changesAmountMemoAndAccounts() {
        String patch = "{\"amount\":\"7.50\",\"memo\":\"new\",\"sourceAccount\":{\"id\":\"" + EVERYDAY + "\"}}";

        assertThat(desk.patch("xfer-someday", patch))
                .has("/amount", "7.50")
                .has("/memo", "new")
                .has("/sourceAccount/id", EVERYDAY)
                .has("/targetAccount/id", RAINY_DAY)
                .has("/updatedAt", "2031-03-03T09:00:00.000Z");
    }

    @Test
    void takesMergePatches() {
        assertThat(desk.as(ADA_BATCH, "PATCH", "/transfers/xfer-someday")
                        .content("application/merge-patch+json", "{\"memo\":\"merged\"}"))
                .hasStatus(200)
                .has("/memo", "merged");
    }

    @Test
    void keepsOneThatWaitsForItsApprovalWaiting() {
        assertThat(desk.patch("xfer-approval", "{\"memo\":\"please\"}")).has("/state", "pendingApproval");
    }

    @Test
    void needsTheEntitlementsOnTheAccountsThatStay() {
        desk.bank().user(ADA).withdraw(SAVER, "transferFrom");

        assertThat(desk.patch("xfer-someday", "{\"memo\":\"x\"}"))
                .hasStatus(403)
                .has("/type", "https://production.api.apiture.com/errors/cannotTransferFrom/v1.0.0")
                .wasRefusedAt("entitlement", DenialReason.ENTITLEMENT_MISSING);
    }

    @Test
    void cannotMakeBothAccountsTheSame() {
        assertThat(desk.patch("xfer-someday", "{\"targetAccount\":{\"id\":\"" + SAVER + "\"}}"))
                .hasStatus(422)
                .has("/type", "https://production.api.apiture.com/errors/sameSourceAndTargetTransferAccounts/v1.0.0");
    }

    @Test
    void leavesAloneWhatIsMadeAlready() {
        String id = desk.created(body("10.00", TODAY));

        assertThat(desk.patch(id, "{\"memo\":\"too late\"}"))
                .hasStatus(422)
                .has("/type", "https://production.api.apiture.com/errors/unprocessableEntity/v1.0.0");
        assertThat(desk.transfer(id)).lacks("/memo").has("/state", "processed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'amount':null}",
                "{'amount':'1'}",
                "{'sourceAccount':null}",
                "{'sourceAccount':{}}",
                "{'schedule':null}",
                "{'schedule':{'frequency':null}}",
                "{'schedule':{'count':0}}",
                "{'memo':7}",
                "[]"
            })
    void refusesAPatchThatIsNotWellFormed(String patch) {
        assertThat(desk.patch("xfer-someday", patch.replace('\'', '"'))).hasStatus(400);
    }
}
