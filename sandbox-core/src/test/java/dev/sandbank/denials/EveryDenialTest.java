package dev.sandbank.denials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.ArrangedCall;
import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.denials.Catalogued.Listed;
import dev.sandbank.testing.EveryCase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each denial of the catalogue of each bank is what the bank really answers over HTTP. */
class EveryDenialTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Listed> everyDenial() {
        return EveryCase.orOneOfEach(Catalogued.everything(), EveryDenialTest::kind);
    }

    /** What is wrong and what is told of it, whichever operation it is. */
    private static List<Object> kind(Listed listed) {
        return List.of(
                listed.bank().code(),
                listed.denial().toString(),
                listed.denial().code());
    }

    @ParameterizedTest
    @MethodSource("everyDenial")
    void isWhatTheBankAnswers(Listed listed) throws IOException, InterruptedException {
        try (Sandbank bank = listed.bank().start()) {
            ArrangedCall arranged = listed.denial().arrange(bank);
            HttpResponse<String> answer = CLIENT.send(arranged.request(), BodyHandlers.ofString());

            Exchange call = bank.journal().calls().get(0);
            Decision decision = call.decision();
            assertThat(arranged.differences(call)).as(call.describe()).isEmpty();
            assertThat(decision.gates().get(decision.gates().size() - 1).name())
                    .as(call.describe())
                    .isEqualTo(listed.denial().gate());
            assertThat(decision.refusal())
                    .as(call.describe())
                    .isEqualTo(listed.denial().reason());
            assertThat(decision.operation()).isEqualTo(listed.denial().operation());
            assertThat(answer.statusCode()).isEqualTo(listed.denial().status());
            assertThat(JSON.readTree(answer.body()).at(listed.bank().code()).asText())
                    .isEqualTo(listed.denial().codeInBody())
                    .isNotEmpty();
        }
    }
}
