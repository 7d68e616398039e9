package dev.sandbank.junit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.SandbankExtension;
import dev.sandbank.junit.WithSandbank;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpsExampleTest {

    @RegisterExtension
    final SandbankExtension field =
            SandbankExtension.builder().fixture("uphold").https().build();

    // tag::example[]
    @Test
    @WithSandbank(value = "apiture", https = true)
    void aClientTrustsTheSandboxAlone(Sandbank bank) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(bank.sslContext()).build();

        HttpRequest keys = HttpRequest.newBuilder(bank.issuer().resolve("jwks")).build();
        assertThat(client.send(keys, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
    // end::example[]

    @Test
    void aFieldSaysSoToo() {
        assertThat(field.sandbank().baseUrl()).hasScheme("https");
    }
}
