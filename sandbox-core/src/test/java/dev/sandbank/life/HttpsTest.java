package dev.sandbank.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sandbox that speaks https. */
class HttpsTest {

    private final Sandbank bank = https().start();

    private static SandbankBuilder https() {
        return Sandbank.builder().fixture("apiture").https();
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void saysSoInEveryUrl() throws Exception {
        String discovery = get(bank.sslContext(), bank.issuer() + ".well-known/openid-configuration")
                .body();

        assertThat(bank.baseUrl() + "").startsWith("https://127.0.0.1:");
        assertThat(bank.tokenUrl() + " " + bank.issuer() + " " + bank.url("listAccounts"))
                .doesNotContain("http:");
        assertThat(discovery).contains("\"issuer\":\"" + bank.issuer() + '"').doesNotContain("http:");
    }

    @Test
    void servesWhoeverTrustsIt() throws Exception {
        HttpRequest call = HttpRequest.newBuilder(bank.url("listAccounts"))
                .header("Authorization", "Bearer " + bank.tokens().forClient("ada-batch"))
                .build();

        assertThat(trusting(bank.sslContext())
                        .send(call, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(bank.journal().lastCall().decision().allowed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void goesByTheNamesOfThisMachine(String name) throws Exception {
        HttpsURLConnection connection =
                (HttpsURLConnection) new URL("https", name, bank.baseUrl().getPort(), "/oidc/jwks").openConnection();
        connection.setSSLSocketFactory(bank.sslContext().getSocketFactory());

        assertThat(connection.getResponseCode()).isEqualTo(200);
    }

    @Test
    void goesByItsOwnHostAndThatOfItsPublicUrl() throws Exception {
        URI url = URI.create("https://bank.example.test/api");
        try (Sandbank named = https().host("::1").publicUrl(url).start()) {
            assertThat(get(named.sslContext(), named.baseUrl() + "/oidc/jwks").statusCode())
                    .isEqualTo(200);
            assertThat(named.issuer() + "").startsWith("https://bank.example.test/");
            handshake(named, named.sslContext(), "bank.example.test", "TLSv1.3");
            assertThatThrownBy(() -> handshake(named, named.sslContext(), "other.example.test", "TLSv1.3"))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void isTrustedByNobodyElse() throws Exception {
        assertThatThrownBy(() -> get(SSLContext.getDefault(), bank.baseUrl() + "/oidc/jwks"))
                .isInstanceOf(SSLHandshakeException.class);
        try (Sandbank other = https().start()) {
            assertThatThrownBy(() -> get(other.sslContext(), bank.baseUrl() + "/oidc/jwks"))
                    .isInstanceOf(SSLHandshakeException.class);
        }
        assertThat(bank.journal().calls()).isEmpty();
    }

    @Test
    void isReadByTheLibrariesOfResourceServers() throws Exception {
        DefaultResourceRetriever retriever =
                new DefaultResourceRetriever(0, 0, 0, true, bank.sslContext().getSocketFactory());

        assertThat(JWKSourceBuilder.<SecurityContext>create(new URL(bank.issuer() + "jwks"), retriever)
                        .build()
                        .get(new JWKSelector(new JWKMatcher.Builder().build()), null))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaksTls(String version) throws Exception {
        assertThat(handshake(bank, bank.sslContext(), "localhost", version)).isEqualTo(version);
    }

    /** The first message of a client that offers TLS 1.1 at most. */
    @Test
    void refusesOldTls() throws Exception {
        byte[] hello = HexFormat.of()
                .parseHex("160301002f" + "0100002b" + "0302" + "00".repeat(32) + "00" + "0004c013c014" + "0100");
        try (Socket socket = plain()) {
            socket.getOutputStream().write(hello);

            assertThat(socket.getInputStream().read()).as("an alert").isEqualTo(0x15);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /oidc/jwks HTTP/1.1\r\nHost: bank\r\nConnection: close\r\n\r\n", "no HTTP either\r\n\r\n"})
    void tellsClientsOfPlainHttpWhatTheyAreAt(String request) throws Exception {
        try (Socket plain = plain()) {
            plain.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("\r\n\r\nThis port speaks https: use a URL that begins with https://.\n");
        }
        assertThat(bank.journal().calls()).isEmpty();
    }

    @Test
    void setsCookiesForHttpsAlone() throws Exception {
        String signIn = bank.issuer() + "authorize?client_id=mobile-app&response_type=code&scope=openid"
                + "&redirect_uri=http://127.0.0.1/callback&code_challenge_method=S256&code_challenge=" + "x".repeat(43);

        assertThat(get(bank.sslContext(), signIn).headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).endsWith("; Secure"));
    }

    @Test
    void tellsControlsWhatToTrust() throws Exception {
        HttpResponse<String> told = get(bank.sslContext(), bank.baseUrl() + "/_sandbank/api/certificate");

        assertThat(told.body()).isEqualTo(bank.certificate()).startsWith("-----BEGIN CERTIFICATE-----\n");
        assertThat(told.headers().firstValue("Content-Type")).hasValue("application/x-pem-file");
    }

    @Test
    void isSpokenByFurtherSandboxesOfTheServer() throws Exception {
        HttpRequest making = HttpRequest.newBuilder(URI.create(bank.baseUrl() + "/_sandbank/api/sandboxes"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"fixture\": \"uphold\", \"port\": 0}"))
                .build();

        String made = trusting(bank.sslContext())
                .send(making, BodyHandlers.ofString())
                .body();

        String url = made.replaceAll(".*\"baseUrl\":\"([^\"]+)\".*", "$1");
        assertThat(url).startsWith("https://127.0.0.1:").doesNotStartWith(bank.baseUrl() + "");
        assertThat(get(bank.sslContext(), url + "/_sandbank/api/certificate").body())
                .isEqualTo(bank.certificate());
    }

    @Test
    void staysWhoItIsOverAReset() throws Exception {
        SSLContext trust = bank.sslContext();
        String certificate = bank.certificate();

        bank.reset();

        assertThat(get(trust, bank.baseUrl() + "/oidc/jwks").statusCode()).isEqualTo(200);
        assertThat(bank.certificate()).isEqualTo(certificate);
    }

    @Test
    void cutsItsConnectionsWhenItCloses() throws Exception {
        try (SSLSocket kept = connect(bank, bank.sslContext(), "localhost", "TLSv1.3")) {
            kept.startHandshake();

            bank.close();

            assertThatThrownBy(() -> {
                        if (kept.getInputStream().read() < 0) {
                            throw new SSLException("the connection is at its end");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void isNotWhatOneIsThatWasNotAskedTo() throws Exception {
        try (Sandbank plain = Sandbank.start("apiture")) {
            String certificate = plain.baseUrl() + "/_sandbank/api/certificate";

            assertThat(get(SSLContext.getDefault(), certificate).statusCode()).isEqualTo(404);
            assertThatThrownBy(plain::sslContext)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("https()");
            assertThatThrownBy(plain::certificate).isInstanceOf(IllegalStateException.class);
        }
    }

    private static HttpClient trusting(SSLContext context) {
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpResponse<String> get(SSLContext context, String url) throws Exception {
        return trusting(context).send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private Socket plain() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), bank.baseUrl().getPort());
    }

    /** The version that both agree on. */
    private static String handshake(Sandbank bank, SSLContext context, String name, String version) throws IOException {
        try (SSLSocket socket = connect(bank, context, name, version)) {
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    /** As a client that knows the sandbox by this name. */
    private static SSLSocket connect(Sandbank bank, SSLContext context, String name, String version)
            throws IOException {
        InetAddress address = InetAddress.getByName(bank.baseUrl().getHost());
        Socket plain = new Socket(address, bank.baseUrl().getPort());
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(plain, name, bank.baseUrl().getPort(), true);
        socket.setEnabledProtocols(new String[] {version});
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }
}
