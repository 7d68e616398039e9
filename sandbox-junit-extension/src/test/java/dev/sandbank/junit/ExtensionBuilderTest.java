package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sandbank.Exchange;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.junit.kit.Caller;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExtensionBuilderTest {

    @Test
    void knowsFixtureAndPort() {
        SampleRun run = SampleRun.passing(AtAPort.class);

        assertThat(run.sightings()).hasSize(3).allMatch(seen -> seen.url().getPort() == AtAPort.PORT);
        assertThat(run.sandboxes()).hasSize(3);
    }

    @Test
    void knowsTextAndDecisionHeader() {
        SampleRun run = SampleRun.passing(Telling.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(1);
    }

    @Test
    void knowsLifetimes() {
        SampleRun run = SampleRun.passing(FreshThoughStatic.class, WideThoughNot.class);

        assertThat(run.sandboxes("fresh")).hasSize(3);
        assertThat(run.sandboxes("wide")).hasSize(1);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void tellsOtherThreadsWhatIsClear() {
        SampleRun run = SampleRun.passing(Asynchronous.class);

        assertThat(run.sandboxes("asynchronous")).hasSize(2);
    }

    @Test
    void saysWhatTheBuilderOfASandboxSays() {
        assertThat(verbs(SandbankExtensionBuilder.class)).containsAll(verbs(SandbankBuilder.class));
        SampleRun.passing(SaysMore.class);
    }

    private static Set<String> verbs(Class<?> builder) {
        return Stream.of(builder.getDeclaredMethods())
                .filter(method -> method.getReturnType() == builder && Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getName() + List.of(method.getParameterTypes()))
                .collect(Collectors.toSet());
    }

    @Test
    void refusesAtOnceWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandbankExtension.builder().controlToken("two words"));
    }

    @Sample
    static class SaysMore {

        private static final Queue<Exchange> TOLD = new ConcurrentLinkedQueue<>();

        @RegisterExtension
        final SandbankExtension bank = SandbankExtension.builder()
                .host("127.0.0.1")
                .publicUrl("http://host.testcontainers.internal:{port}")
                .onCall(TOLD::add)
                .withoutControlApi()
                .withoutConsole()
                .build();

        @Test
        void test() {
            assertThat(bank.sandbank().issuer())
                    .hasHost("host.testcontainers.internal")
                    .hasPort(bank.sandbank().baseUrl().getPort());
            new Caller(bank.sandbank()).stray("/_sandbank/api/calls");
            assertThat(TOLD).hasSize(1);
        }
    }

    @Test
    void hasNoPortBeyondTheLast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandbankExtension.builder().port(65_536))
                .withMessageContaining("65536");
    }

    @Sample
    static class AtAPort {

        static final int PORT = freePort();

        @RegisterExtension
        final SandbankExtension bank =
                SandbankExtension.builder().fixture("uphold").port(PORT).build();

        @RepeatedTest(3)
        void test(Witness witness) {
            witness.sees(bank.sandbank());
        }
    }

    @Sample
    static class Telling {

        @RegisterExtension
        final SandbankExtension bank = SandbankExtension.builder()
                .fixtureText("extends: uphold")
                .decisionHeader()
                .build();

        @Test
        void test() throws IOException, InterruptedException {
            URI url = bank.sandbank().url("core.list-accounts");

            var reply =
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());

            assertThat(reply.headers().firstValue("Sandbank-Decision")).isPresent();
        }
    }

    @Sample
    static class FreshThoughStatic {

        @RegisterExtension
        static final SandbankExtension BANK = SandbankExtension.builder()
                .fixture("uphold")
                .lifetime(Lifetime.METHOD)
                .build();

        @BeforeAll
        static void setUpAll() {
            assertThatIllegalStateException().isThrownBy(BANK::sandbank);
        }

        @RepeatedTest(3)
        void fresh(Witness witness) {
            witness.sees(BANK.sandbank());
        }
    }

    @Sample
    static class WideThoughNot {

        @RegisterExtension
        final SandbankExtension bank = SandbankExtension.builder()
                .fixture("uphold")
                .lifetime(Lifetime.CLASS)
                .build();

        @RepeatedTest(3)
        void wide(Witness witness) {
            witness.sees(bank.sandbank());
        }
    }

    @Sample
    static class Asynchronous {

        @RegisterExtension
        final SandbankExtension bank = SandbankExtension.of("uphold");

        @RepeatedTest(2)
        void asynchronous(Witness witness) {
            CompletableFuture.runAsync(() -> witness.sees(bank.sandbank())).join();
            witness.sees(bank.sandbank());
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
