package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sandbank.Sandbank;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hosts that webhooks may post to besides this machine. */
class AllowedReceiversTest {

    private static final URI ALLOWED = URI.create("http://receiver.test:8081/events");
    private static final URI OTHER = URI.create("http://other.test:8081/events");

    @TempDir
    private Path folder;

    private String fixture;

    @BeforeEach
    void write() {
        fixture = TinyBank.write(folder, WebhookDeliveriesTest.DIALECT, WebhookDeliveriesTest.FIXTURE)
                .toString();
    }

    private static void assertReceivers(Sandbank bank) {
        assertThatCode(() -> bank.webhooks().to("default").deliverTo(ALLOWED)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bank.webhooks().to("default").deliverTo(OTHER))
                .withMessageContaining("its host was not allowed");
    }

    @Test
    void areThoseThatTheBuilderNamesWhateverFixtureIsLoaded() {
        try (Sandbank bank = Sandbank.builder()
                .fixture(fixture)
                .mayDeliverTo("Receiver.test")
                .mayDeliverTo("[2001:db8::1]")
                .start()) {
            assertReceivers(bank);
            bank.loadFixture(bank.export());
            assertReceivers(bank);
        }
    }

    @Test
    void areThoseOfTheServerForItsFurtherSandboxes() {
        try (Sandbank server = Sandbank.builder()
                        .fixture(fixture)
                        .mayDeliverTo("receiver.test")
                        .start();
                Sandbank further = Sandbank.builder()
                        .fixture(fixture)
                        .atServer(server.baseUrl())
                        .start()) {
            assertReceivers(further);
        }
    }

    @Test
    void areHostsAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbank.builder().mayDeliverTo("receiver.test:8081"))
                .withMessageContaining("without scheme and port");
    }
}
