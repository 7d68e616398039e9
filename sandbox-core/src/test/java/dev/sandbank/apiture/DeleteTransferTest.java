package dev.sandbank.apiture;

import static dev.sandbank.apiture.TransferDesk.TODAY;
import static dev.sandbank.apiture.TransferDesk.TOMORROW;
import static dev.sandbank.apiture.TransferDesk.body;
import static dev.sandbank.testing.ApitureSeed.EXTERNAL;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deleteTransfer}: before it is under way, and once. */
class DeleteTransferTest {

    private static final String TOO_LATE =
            "https://production.api.apiture.com/errors/cannotDeleteProcessedTransfers/v1.0.0";

    @AutoClose
    private final TransferDesk desk = TransferDesk.open();

    @Test
    void keepsTheMoneyWhereItIs() {
        String id = desk.created(body("10.00", TOMORROW));

        assertThat(desk.delete(id)).hasStatus(204).wasAllowed();
        desk.pass("P2D");

        assertThat(desk.balance(SAVER)).isEqualTo("1250.00");
        assertThat(desk.transfer(id)).hasStatus(404);
    }

    @Test
    void findsNothingTheSecondTime() {
        assertThat(desk.delete("xfer-someday")).hasStatus(204);

        assertThat(desk.delete("xfer-someday")).hasStatus(404).wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xfer-someday", "xfer-savings", "xfer-approval"})
    void takesWhatIsNotUnderWay(String id) {
        assertThat(desk.delete(id)).hasStatus(204);
    }

    @Test
    void comesTooLateForWhatIsMade() {
        String id = desk.created(body("10.00", TODAY));

        assertThat(desk.delete(id))
                .hasStatus(409)
                .has("/type", TOO_LATE)
                .wasRefusedAt("rules", "cannot-delete-processed");
        assertThat(desk.transfer(id)).has("/state", "processed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xfer-paid", "xfer-bounced"})
    void comesTooLateForWhatIsOver(String id) {
        assertThat(desk.delete(id)).hasStatus(409).has("/type", TOO_LATE);
    }

    @Test
    void comesTooLateForWhatIsOnItsWay() {
        String id = desk.created(
                body("10.00", SAVER, EXTERNAL, "{\"frequency\":\"once\",\"scheduledOn\":\"" + TODAY + "\"}"));
        assertThat(desk.transfer(id)).has("/state", "processing");

        assertThat(desk.delete(id)).hasStatus(409).has("/type", TOO_LATE);
    }
}
