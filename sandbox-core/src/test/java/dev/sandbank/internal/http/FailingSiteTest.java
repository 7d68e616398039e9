package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.RequestDefect;
import java.io.IOException;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class FailingSiteTest {

    @Test
    void isHiddenFromTheClientAndLogged() throws IOException {
        try (LogLines log = LogLines.listen();
                Port port = Port.open(Wire.HOST, 0, new Failing(false))) {
            Wire.Answer answer = Wire.ask(port.number(), Wire.get("/pay?token=secret"));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("worded: Internal Error");
            assertThat(log.records).singleElement().satisfies(line -> {
                assertThat(line.getLoggerName()).isEqualTo("dev.sandbank");
                assertThat(line.getLevel()).isEqualTo(Level.WARNING);
                assertThat(line.getMessage()).contains("GET /pay").doesNotContain("secret");
                assertThat(line.getThrown()).hasMessage("broken");
            });
        }
    }

    @Test
    void isAnsweredForEvenIfItHasNoWordsForItsFailure() throws IOException {
        try (LogLines log = LogLines.listen();
                Port port = Port.open(Wire.HOST, 0, new Failing(true))) {
            Wire.Answer answer = Wire.ask(port.number(), Wire.get("/"));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEmpty();
            assertThat(Wire.ask(port.number(), Wire.get("/%zz")).status()).isEqualTo(400);
            assertThat(log.records).hasSize(3);
        }
    }

    private record Failing(boolean everywhere) implements RequestHandler {
        @Override
        public Reply answer(Request request) {
            RequestDefect defect = request.body().defect().orElseThrow(() -> new IllegalStateException("broken"));
            if (everywhere) {
                throw new IllegalStateException("broken too");
            }
            return Reply.of(defect.status(), "text/plain", "worded: " + defect.reason());
        }
    }
}
