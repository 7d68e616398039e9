package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Denial;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a bank's dialect says, its catalogue and its matrix tell what it answers over HTTP. */
class AnyDialectTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("dialects", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isRefusedAsItsCatalogueTells(long seed) throws IOException, InterruptedException {
        String fixture = new RandomDialect(seed).write(folder).toString();
        try (Sandbank bank = Sandbank.start(fixture)) {
            for (int number = 0; number < 4; number++) {
                List<Denial> denials = bank.denials("op" + number);
                assertThat(denials).extracting(Denial::name).contains("token: none");
                for (Denial denial : denials) {
                    assertIsRefused(bank, denial);
                    bank.reset();
                }
            }
        }
    }

    private static void assertIsRefused(Sandbank bank, Denial denial) throws IOException, InterruptedException {
        HttpResponse<Void> answer = CLIENT.send(denial.arrange(bank).request(), BodyHandlers.discarding());

        Exchange call = bank.journal().calls().get(0);
        assertThat(call.decision().refusal())
                .as(denial + "\n" + call.describe())
                .isEqualTo(denial.reason());
        assertThat(answer.statusCode()).as(denial + "\n" + call.describe()).isEqualTo(denial.status());
        assertThat(call.decision()
                        .gates()
                        .get(call.decision().gates().size() - 1)
                        .name())
                .isEqualTo(denial.gate());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isMetAsItsMatrixTells(long seed) throws IOException {
        String fixture = new RandomDialect(seed).write(folder).toString();
        try (Scene scene = Scene.of(fixture);
                Sandbank bank = Sandbank.start(fixture)) {
            for (Caller caller : scene.everybody()) {
                for (CallTemplate call : scene.everything()) {
                    Explanation told = scene.rehearsal().explain(caller, call);

                    Answer real = EveryCellTest.call(bank, told).send();

                    assertThat(EveryCellTest.cellOf(real))
                            .as("%s: %s", caller.label(), call)
                            .isEqualTo(told.cell());
                    bank.reset();
                }
            }
        }
    }
}
