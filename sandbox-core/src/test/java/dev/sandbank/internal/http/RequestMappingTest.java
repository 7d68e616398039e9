package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMappingTest {

    private static final int MIB = 1024 * 1024;

    private final Recorder site = Recorder.saying("fine");
    private final Port port = Port.open(Wire.HOST, 0, site);

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void keepsThePathAndTheQueryAsTheyWereSent() throws IOException {
        Wire.ask(port.number(), Wire.get("/a/./b%20c;v=1?x=%41&x=&y"));

        Request request = site.onlyRequest();
        assertThat(request.path()).isEqualTo("/a/./b%20c;v=1");
        assertThat(request.rawQuery()).isEqualTo("x=%41&x=&y");
    }

    @Test
    void decodesTheQueryWithItsRepeatsAndEmptyValues() throws IOException {
        Wire.ask(port.number(), Wire.get("/?x=1&x=&&y&z=%C3%A9+%26=&%71=/?"));

        assertThat(site.onlyRequest().query().all("x")).containsExactly("1", "");
        assertThat(site.onlyRequest().query().all("y")).containsExactly("");
        assertThat(site.onlyRequest().query().all("z")).containsExactly("é &=");
        assertThat(site.onlyRequest().query().all("q")).containsExactly("/?");
    }

    @Test
    void keepsRepeatedHeaders() throws IOException {
        Wire.ask(port.number(), "GET / HTTP/1.1\r\nHost: bank\r\nX: 1\r\nx: 2\r\nX:\r\n\r\n");

        assertThat(site.onlyRequest().headers().all("X")).containsExactly("1", "2", "");
    }

    @Test
    void readsABodyOfKnownLengthAndAChunkedOne() throws IOException {
        String put = "PUT / HTTP/1.1\r\nHost: bank\r\n";
        Wire.ask(port.number(), put + "Content-Length: 6\r\n\r\nGrüß");
        Wire.ask(port.number(), put + "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n0\r\nX: y\r\n\r\n");

        assertThat(site.requests).extracting(request -> request.body().text()).containsExactly("Grüß", "one");
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB - 1, MIB})
    void keepsABodyUpToTheBound(int size) throws Exception {
        assertThat(post(BodyPublishers.ofByteArray(new byte[size])).statusCode())
                .isEqualTo(200);

        assertThat(site.onlyRequest().body().bytes()).hasSize(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB + 1, 8 * MIB})
    void answersABodyBeyondTheBoundWithoutKeepingIt(int size) throws Exception {
        assertThat(post(BodyPublishers.ofByteArray(new byte[size])).statusCode())
                .isEqualTo(200);
        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])))
                        .statusCode())
                .isEqualTo(200);

        assertThat(site.requests).hasSize(2).allMatch(request -> request.body().tooLarge());
    }

    @Test
    void asksForABodyThatIsOnlySentOnDemand() throws IOException {
        try (Wire wire = Wire.to(port.number())) {
            wire.send("POST / HTTP/1.1\r\nHost: bank\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            assertThat(wire.receive().status()).isEqualTo(100);
            assertThat(wire.send("hello").receive().status()).isEqualTo(200);
        }
        assertThat(site.onlyRequest().body().text()).isEqualTo("hello");
    }

    @Test
    void doesNotAskForABodyThatIsTooLargeAnyway() throws IOException {
        Wire.Answer answer = Wire.ask(
                port.number(),
                "POST / HTTP/1.1\r\nHost: bank\r\nExpect: 100-continue\r\nContent-Length: 5000000\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(site.onlyRequest().body().tooLarge()).isTrue();
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port.number() + "/");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).POST(body).build(), BodyHandlers.ofString());
    }
}
