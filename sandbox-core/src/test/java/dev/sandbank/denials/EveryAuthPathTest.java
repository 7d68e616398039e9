package dev.sandbank.denials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.EveryCase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way of a blocked user to the operations ends as the catalogue tells, over HTTP. */
class EveryAuthPathTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String UPHOLD_ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";
    private static final String UPHOLD_MALLORY = "e7b4a0c9-2d16-4f83-9c5e-71a8d0b36f24";

    /** A way at a bank. */
    record Listed(Catalogued bank, AuthPath path) {
        @Override
        public String toString() {
            return bank + " " + path.user() + " " + path;
        }
    }

    static Stream<Listed> everyPath() {
        return EveryCase.orOneOfEach(everything(), EveryAuthPathTest::kind);
    }

    /** Whose it is, how the client comes by its token and how it ends, whichever operation it is. */
    private static List<Object> kind(Listed listed) {
        AuthPath path = listed.path();
        return List.of(
                listed.bank(), path.user(), path.grant(), path.client(), path.stop(), path.reason(), path.code());
    }

    private static Stream<Listed> everything() {
        return Stream.of(
                        of(Catalogued.APITURE, "ada"),
                        of(Catalogued.APITURE, "mallory"),
                        of(Catalogued.UPHOLD, UPHOLD_ADA),
                        of(Catalogued.UPHOLD, UPHOLD_MALLORY),
                        of(Catalogued.MUSTERBANK, "anna"))
                .flatMap(List::stream);
    }

    private static List<Listed> of(Catalogued bank, String user) {
        try (Sandbank running = bank.start()) {
            return running.authPaths(user).stream()
                    .map(path -> new Listed(bank, path))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("everyPath")
    void endsAsTold(Listed listed) throws IOException, InterruptedException {
        AuthPath path = listed.path();
        try (Sandbank bank = listed.bank().start()) {
            ArrangedCall arranged = path.arrange(bank);
            HttpResponse<String> answer = CLIENT.send(arranged.request(), BodyHandlers.ofString());

            Exchange call = bank.journal().calls().get(0);
            Decision decision = call.decision();
            assertThat(arranged.differences(call)).as(call.describe()).isEmpty();
            assertThat(decision.refusal()).as(call.describe()).isEqualTo(path.reason());
            assertThat(answer.statusCode()).as(call.describe()).isEqualTo(path.status());
            assertThat(decision.operation()).isEqualTo(endOf(path));
            assertThat(path.allowed()).isEqualTo(decision.allowed());
            assertThat(code(answer, path, listed.bank())).isEqualTo(path.codeInBody());
            assertThat(bank.user(path.user()).status()).isEqualTo("blocked");
        }
    }

    private static String endOf(AuthPath path) {
        return switch (path.stop()) {
            case "sign-in" -> "authorization";
            case "token" -> "token";
            default -> path.operation();
        };
    }

    private static String code(HttpResponse<String> answer, AuthPath path, Catalogued bank) throws IOException {
        if (path.allowed() || path.stop().equals("sign-in")) {
            return "";
        }
        String pointer = path.stop().equals("token") ? "/error" : bank.code();
        return JSON.readTree(answer.body()).at(pointer).asText();
    }

    @Test
    void hasEveryGrantOfApitureForEveryOperationOfItsCustomers() {
        List<AuthPath> paths = Sandbank.builder().fixture("apiture").authPaths("ada");

        assertThat(paths)
                .extracting(AuthPath::grant)
                .contains("client credentials", "signing in", "a refresh token from before", "a token from before");
        assertThat(paths).extracting(AuthPath::operation).contains("listAccounts", "createTransfer");
        assertThat(paths).noneMatch(AuthPath::allowed);
        assertThat(paths)
                .filteredOn(path -> path.stop().equals("call"))
                .extracting(AuthPath::code)
                .containsOnly("customerDisabled");
    }

    @Test
    void letsABlockedUserOfUpholdReadByEveryWay() {
        List<AuthPath> paths = Sandbank.builder().fixture("uphold").authPaths(UPHOLD_ADA);

        assertThat(paths)
                .filteredOn(path -> path.operation().equals("core.get-account"))
                .hasSizeGreaterThan(3)
                .allMatch(AuthPath::allowed);
        assertThat(paths)
                .filteredOn(path -> path.operation().equals("core.create-account"))
                .allMatch(path -> path.code().equals("operation-not-allowed") && path.status() == 409);
    }

    @Test
    void knowsNobodyElse() {
        assertThatThrownBy(() -> Sandbank.builder().fixture("apiture").authPaths("adda"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no user adda")
                .hasMessageContaining("did you mean \"ada\"?");
    }
}
