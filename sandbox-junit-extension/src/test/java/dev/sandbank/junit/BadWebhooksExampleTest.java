package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.BadDelivery;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.EventReceiver;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** The example of docs/reference/catalogues.md. */
@WithSandbank("dev/sandbank/junit/events/fixture.yaml")
class BadWebhooksExampleTest {

    // tag::readme[]
    @ParameterizedTest
    @BadWebhooks(type = "balance-changed", data = "{\"balance\": \"7.00\"}")
    void isHandledRightly(BadDelivery bad, Sandbank bank) {
        EventReceiver receiver = EventReceiver.at(bank, "ledger");
        List<Integer> statuses = bad.attempts().stream().map(receiver::receive).toList();
        assertThat(bad.differences(statuses, receiver.stored())).isEmpty();
    }
    // end::readme[]
}
