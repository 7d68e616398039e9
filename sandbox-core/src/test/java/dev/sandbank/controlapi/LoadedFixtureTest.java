package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.SandbankUser;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A running sandbox goes over to another fixture, by Java or by HTTP. */
class LoadedFixtureTest {

    private static final String OTHER = """
            extends: apiture
            clock: 2031-03-03T09:00:00Z
            users:
              - {id: grace, username: grace, password: hopper}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void isAsIfItHadBeenStartedFromIt() {
        String token = bank.tokens().forClient("ada-batch");
        bank.faults().anywhere().drop();

        load(OTHER).hasStatus(204);

        assertThat(bank.user("grace").status()).isEqualTo("active");
        assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-03-03T09:00:00Z"));
        assertThat(bank.faults().count()).isZero();
        assertThat(HttpCall.get(bank, "/banking/accounts").bearer(token).send().status())
                .isEqualTo(401);
        assertThat(bank.journal().changes())
                .extracting(change -> change.what())
                .containsExactly("another fixture is loaded");
    }

    @Test
    void isWhatAResetGoesBackTo() {
        bank.loadFixture(OTHER);
        bank.user("grace").block();
        bank.clock().followSystem();

        bank.reset();

        assertThat(bank.user("grace").status()).isEqualTo("active");
        assertThat(bank.clock().isFrozen()).isTrue();
    }

    @Test
    void mayBeOfAnotherBank() {
        SandbankUser ada = bank.user("ada");

        control(bank, "PUT", "/fixture")
                .json("{\"fixture\": \"uphold\"}")
                .send()
                .hasStatus(204);

        assertThat(bank.bankName()).isEqualTo("uphold");
        assertThat(HttpCall.get(bank, "/core/accounts").send().status()).isEqualTo(401);
        assertThat(bank.url("core.list-accounts").getPath()).isEqualTo("/core/accounts");
        assertThatThrownBy(ada::block).hasMessage("there is no user ada");
    }

    @Test
    void isRefusedWithAllItsProblemsIfItIsBad() {
        bank.user("ada").block();
        String bad = "bank: apiture\nextends: apiture\nusers:\n  - {id: grace, usrname: grace}\ncloc: 1";

        ControlAnswer refused = load(bad).isProblem(400, "the fixture fixtureText has ");

        assertThat(refused.json().path("problems").size()).isGreaterThan(1);
        assertThat(refused.text("/problems/0/file")).isEqualTo("fixtureText");
        assertThat(refused.json().at("/problems/0/line").asInt()).isPositive();
        assertThatThrownBy(() -> bank.loadFixture(bad))
                .isInstanceOfSatisfying(
                        SandbankException.class,
                        thrown -> assertThat(thrown.problems())
                                .hasSameSizeAs(refused.json().path("problems")));
        assertThat(bank.user("ada").status()).isEqualTo("blocked");
    }

    @Test
    void mayKeepTheSandboxFromBeingControlledOverHttp() {
        load(OTHER + "settings: {controlApi: false}").hasStatus(204);

        assertThat(control(bank, "GET", "/clock").sendUnchecked().status()).isEqualTo(404);
    }

    @Test
    void namesNoFileIfItIsSent() {
        ControlAnswer refused = load("extends: /etc/passwd");

        refused.isProblem(400, "/etc/passwd");
        assertThat(refused.body()).doesNotContain("root");
    }

    @Test
    void isExportedAsTextToWhoeverAsksForThat() {
        load(OTHER);

        ControlAnswer text =
                control(bank, "GET", "/fixture").header("Accept", "text/plain").send();
        ControlAnswer yaml =
                control(bank, "GET", "/fixture").header("Accept", "*/*").send();

        assertThat(text.header("content-type")).contains("text/plain;charset=UTF-8");
        assertThat(yaml.header("content-type")).contains("application/yaml");
        assertThat(text.body()).isEqualTo(yaml.body());
        load(text.body()).hasStatus(204);
    }

    @Test
    void comesBetweenCallsAndNeverIntoOne() {
        CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20; i++) {
                bank.loadFixture(OTHER);
            }
        });

        IntStream.range(0, 200).parallel().forEach(i -> {
            assertThat(status(bank.baseUrl() + "/banking/accounts")).isEqualTo(401);
            assertThat(control(bank, "GET", "/resources/users").send().status()).isIn(200, 503);
        });

        assertThat(loading).succeedsWithin(Duration.ofMinutes(1));
    }

    /** Not by the harness, which looks for the call in the journal. */
    private static int status(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer nothing")
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private ControlAnswer load(String fixture) {
        return control(bank, "PUT", "/fixture")
                .content("application/yaml", fixture.getBytes(StandardCharsets.UTF_8))
                .send();
    }
}
