package dev.sandbank.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.DenialReason;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.SandbankException;
import dev.sandbank.testing.ControlCall;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sandbox at a running server: where it comes from, what it knows of calls, and when it ends. */
class AtAServerTest {

    @AutoClose
    private final Sandbank server = Sandbank.start("uphold");

    @Test
    void sharesNothingWithOthers() throws Exception {
        try (Sandbank one = builder().start();
                Sandbank other = builder().start()) {
            one.user("ada").block();
            Called.by(one, one.tokens().forClient("ada-batch"));

            assertThat(other.user("ada").status()).isEqualTo("active");
            assertThat(other.journal().calls()).isEmpty();
            assertThat(server.journal().calls()).isEmpty();
            assertThat(one.baseUrl().toString()).startsWith(server.baseUrl() + "/_sandbank/sandboxes/");
            assertThat(one.issuer().toString()).startsWith(one.baseUrl().toString());
        }
    }

    @Test
    void isClosedThere() {
        Sandbank bank = builder().start();
        bank.close();
        bank.close();

        assertThat(made()).isZero();
        assertThatThrownBy(() -> bank.user("ada"))
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining("the sandbox no longer exists");
    }

    @Test
    void startsFromAFileOfThisMachineAndAllThatItExtends(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("base.yaml"), "extends: apiture\nusers: [{id: zoe, username: zoe, password: z}]\n");
        Path fixture = Files.writeString(
                folder.resolve("fixture.yaml"), "extends: base.yaml\nusers: [{id: yan, username: yan, password: y}]\n");

        try (Sandbank bank = builder().fixture(fixture.toString()).start()) {
            assertThat(bank.user("zoe").status()).isEqualTo("active");
            assertThat(bank.user("yan").status()).isEqualTo("active");
            bank.reset();
            assertThat(bank.user("yan").status()).isEqualTo("active");
        }
    }

    @Test
    void tellsWhatIsWrongWithAFileHere(@TempDir Path folder) throws IOException {
        Path fixture = Files.writeString(folder.resolve("fixture.yaml"), "extends: apiture\nusers: [{id: 7}]\n");

        assertThatThrownBy(() -> builder().fixture(fixture.toString()).start())
                .isInstanceOfSatisfying(
                        SandbankException.class,
                        bad -> assertThat(bad.problems()).allMatch(problem -> problem.startsWith(fixture.toString())));
    }

    @Test
    void isReachedAsItsServerIsWhateverUrlThatHasInPublic() throws Exception {
        try (Sandbank known = Sandbank.builder()
                        .publicUrl(URI.create("https://bank.example.test"))
                        .start();
                Sandbank bank = Sandbank.builder().atServer(known.baseUrl()).start()) {
            assertThat(Called.by(bank, bank.tokens().forClient("ada-batch"))).startsWith("200 ");
            assertThat(bank.url("listAccounts").toString()).startsWith(bank.baseUrl() + "/");
            assertThat(bank.tokenUrl().toString()).startsWith(known.baseUrl() + "/_sandbank/");
            assertThat(bank.properties("").get("base-url"))
                    .isEqualTo(bank.baseUrl().toString());
            assertThat(bank.issuer().toString()).startsWith("https://bank.example.test/_sandbank/sandboxes/");
        }
    }

    @Test
    void hasAPortOfItsOwnIfThatIsSaid() throws IOException {
        int free = freePort();
        try (Sandbank bank = builder().port(free).start()) {
            assertThat(bank.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:" + free));
            assertThat(bank.user("ada").status()).isEqualTo("active");
        }
    }

    @Test
    void tellsDecisionsInAHeaderIfThatIsSaid() throws Exception {
        try (Sandbank bank = builder().decisionHeader().start()) {
            Called.by(bank, "x");

            assertThat(bank.journal().lastCall().replyHeaders()).containsKey("Sandbank-Decision");
        }
    }

    static Stream<Named<UnaryOperator<SandbankBuilder>>> onlyHere() {
        return Stream.of(
                Named.of("host", builder -> builder.host("127.0.0.1")),
                Named.of("onCall", builder -> builder.onCall(call -> {})),
                Named.of("publicUrl", builder -> builder.publicUrl(URI.create("http://bank.example.test"))),
                Named.of("publicHost", builder -> builder.publicHost("bank")),
                Named.of("mayDeliverTo", builder -> builder.mayDeliverTo("receiver.test")),
                Named.of("https", SandbankBuilder::https),
                Named.of("withoutControlApi", SandbankBuilder::withoutControlApi));
    }

    @ParameterizedTest
    @MethodSource("onlyHere")
    void isNotWhatCanBeInThisJvmAlone(UnaryOperator<SandbankBuilder> verb) {
        assertThatThrownBy(() -> verb.apply(builder()).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("a sandbox at a server, ", " cannot have ", "start the sandbox in this JVM");
        assertThat(made()).isZero();
    }

    @Test
    void needsAServer() throws IOException {
        int free = freePort();

        assertThatThrownBy(() -> Sandbank.builder()
                        .atServer(URI.create("http://127.0.0.1:" + free))
                        .start())
                .isInstanceOf(SandbankException.class)
                .hasMessage(
                        "no Sandbank answers at http://127.0.0.1:" + free + "/_sandbank/api: nothing listens there");
        assertThatThrownBy(() -> Sandbank.builder().atServer(URI.create("bank.example.test")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not bank.example.test");
    }

    @Test
    void needsAServerThatCanBeControlled() {
        try (Sandbank closed = Sandbank.builder().withoutControlApi().start()) {
            assertThatThrownBy(
                            () -> Sandbank.builder().atServer(closed.baseUrl()).start())
                    .isInstanceOf(SandbankException.class)
                    .hasMessageContaining("no Sandbank with a control API answers at " + closed.baseUrl());
        }
    }

    @Test
    void needsTheTokenOfTheServer() {
        try (Sandbank guarded = Sandbank.builder().controlToken("let-me-in").start()) {
            SandbankBuilder builder = Sandbank.builder().atServer(guarded.baseUrl());

            assertThatThrownBy(builder::start)
                    .isInstanceOf(SandbankException.class)
                    .hasMessageContaining("requires its control token: call controlToken(");
            assertThatThrownBy(() -> builder.controlToken("let-them-in").start())
                    .isInstanceOf(SandbankException.class)
                    .hasMessageContaining("the one that you sent is wrong")
                    .hasMessageNotContaining("let-them-in");
            try (Sandbank bank = builder.controlToken("let-me-in").start()) {
                assertThat(bank.user("ada").status()).isEqualTo("active");
            }
        }
    }

    @Test
    void isNotMadeInASandboxOfAServer() {
        try (Sandbank bank = builder().start()) {
            assertThatThrownBy(() -> builder().atServer(bank.baseUrl()).start())
                    .isInstanceOf(SandbankException.class)
                    .hasMessageContaining("did not create a sandbox: there is no \"/sandboxes\"");
        }
    }

    @Test
    void waitsForCalls() throws Exception {
        try (Sandbank bank = builder().start()) {
            assertThat(bank.journal().awaitCall(call -> true, Duration.ofMillis(50)))
                    .isFalse();
            Thread later = new Thread(() -> {
                try {
                    Called.by(bank, "x");
                } catch (Exception failed) {
                    throw new AssertionError(failed);
                }
            });
            later.start();

            assertThat(bank.journal().awaitCalls(calls -> calls.size() == 1, Duration.ofSeconds(20)))
                    .isTrue();
            later.join();
        }
    }

    @Test
    void knowsTheCallsOfATest() throws Exception {
        try (Sandbank bank = builder().start()) {
            Called.by(bank, "before");
            bank.journal().beginTest("pays");
            Called.by(bank, "x");
            Called.by(bank, "y");

            List<Exchange> calls = bank.journal().calls();
            assertThat(calls).filteredOn(bank.journal()::isOfThisTest).hasSize(2);
            assertThat(calls.get(1).tests()).containsExactly("pays");
            bank.journal().expect(calls.get(1));
            assertThat(bank.journal().unexpectedRefusals()).containsExactly(calls.get(2));

            bank.journal().endTest("pays");
            bank.journal().clear();
            assertThat(bank.journal().calls()).isEmpty();
            assertThat(bank.journal().changes()).isEmpty();
        }
    }

    @Test
    void expectsDenials() {
        try (Sandbank bank = builder().start()) {
            Exchange denied = bank.expectDenial(DenialReason.TOKEN_UNKNOWN, "listAccounts", () -> Called.by(bank, "x"));

            assertThat(denied.status()).isEqualTo(401);
            assertThatThrownBy(() -> bank.expectDenial(DenialReason.TOKEN_EXPIRED, () -> Called.by(bank, "x")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("but it was for token-unknown");
            assertThatThrownBy(() -> bank.expectDenial(DenialReason.TOKEN_EXPIRED, () -> {}))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no call reached the sandbox");
        }
    }

    @Test
    void expectsDenialsThoughTheJournalStartsAnew() throws Exception {
        try (Sandbank bank = builder().start()) {
            Called.by(bank, "x");

            Exchange denied = bank.expectDenial(DenialReason.TOKEN_UNKNOWN, () -> {
                bank.reset();
                Called.by(bank, "x");
            });

            assertThat(denied.number()).isEqualTo(1);
        }
    }

    @Test
    void isAnotherBankOnceTheFixtureOfThatIsLoaded() {
        try (Sandbank bank = builder().start()) {
            bank.loadFixture("extends: uphold");
            String token = bank.tokens().forClient("ada-only");

            assertThat(bank.bankName()).isEqualTo("uphold");
            assertThatThrownBy(() -> bank.expectDenial(
                            DenialReason.TOKEN_UNKNOWN,
                            () -> List.of("x", token)
                                    .forEach(each -> HttpCall.post(bank, "/core/accounts")
                                            .bearer(each)
                                            .json("{\"label\": \"Rent\", \"asset\": \"EUR\"}")
                                            .send())))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("besides(\"core.create-account\")");
        }
    }

    private SandbankBuilder builder() {
        return Sandbank.builder().fixture("apiture").atServer(server.baseUrl());
    }

    private int made() {
        return ControlCall.control(server, "GET", "/sandboxes")
                .send()
                .json()
                .path("sandboxes")
                .size();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
