package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of slip in how a bank's webhooks look, which receivers would otherwise find out. */
class WebhookMistakesTest {

    private static final String WEBHOOKS = """

            webhooks:
              message: msg_27
              body: {id: "${event.id}", type: "${event.type}", limit: "${setting.limit}", data: "${event.data}"}
              headers: {webhook-id: "${message}", webhook-timestamp: "${timestamp}", webhook-signature: "${signature}"}
              tolerance: PT5M
              signature:
                algorithm: HmacSHA256
                over: "${message}.${timestamp}.${body}"
                secret: {prefix: whsec_, bytes: 32}
                version: v1
                form: "${version},${mac}"
                separator: " "
              timeout: PT15S
              retries: [PT5S, PT5M]
            """;

    @TempDir
    Path folder;

    @Test
    void areNotInThis() throws IOException {
        try (Sandbank bank = Sandbank.start(fixture(WEBHOOKS).toString())) {
            assertThat(bank.baseUrl()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "${event.type}"                 | "${event.tpye}"                | webhooks.body.type: found "event.tpye", expected one of client, event.category, event.createdAt, event.data, event.id, event.type, message, now, operation, subject, today, did you mean "event.type"?
            "${setting.limit}"              | "${setting.limt}"              | webhooks.body.limit: found "setting.limt", expected
            webhook-id: "${message}"        | webhook-id: "${mesage}"        | webhooks.headers.webhook-id: found "mesage", expected one of event.category, event.createdAt, event.data, event.id, event.type, message, signature, timestamp, did you mean "message"?
            "${event.data}"                 | "${signature}"                 | webhooks.body.data: found "signature", expected one of
            "${event.data}"                 | "${event.data"                 | webhooks.body.data: found "${event.data", expected a "}" for each "${"
            over: "${message}.              | over: "${event.id}.            | webhooks.signature.over: found "event.id", expected one of body, message, timestamp
            form: "${version},${mac}"       | form: "${versoin},${mac}"      | webhooks.signature.form: found "versoin", expected one of mac, version, did you mean "version"?
            form: "${version},${mac}"       | form: "v1"                     | webhooks.signature.form: found "v1", expected a template with ${mac}
            version: v1                     | version: one                   | webhooks.signature.version: found "one", expected a text, such as "v1"
            version: v1                     | encoding: hex                  | webhooks.signature.version: found nothing, expected a version: the form names it
            , webhook-signature: "${signature}" | ``                         | webhooks.headers: found no header with "${signature}", expected one: the messages are signed
            webhook-timestamp: "${timestamp}", | ``                          | webhooks.signature.over: found "${timestamp}", which no header has, expected one: receivers cannot verify the signature without it
            HmacSHA256                      | HmacMD5                        | webhooks.signature.algorithm: found "HmacMD5", expected
            HmacSHA256                      | ES256                          | webhooks.signature.secret: found one, expected none: ES256 signs with the sandbox's key, as a JWS
            separator: " "                  | type: JOSE                     | webhooks.signature.type: found one, expected none: HmacSHA256 makes no JWS
            webhook-id:                     | Content-Length:                | webhooks.headers.Content-Length: found "Content-Length", expected another header: Sandbank's HTTP client sets this one
            msg_27                          | "msg_[9-0]"                    | webhooks.message: found "msg_[9-0]", expected characters in order in each class, and fewer than 128 in all
            tolerance: PT5M                 | tolrance: PT5M                 | webhooks.tolrance: found the unknown member "tolrance", expected a known member, did you mean "tolerance"?
            timeout: PT15S                  | timeout: 15                    | webhooks.timeout: found the number 15, expected a duration, such as "PT5M", or "${setting.NAME}"
            PT5S, PT5M                      | PT5S, soon                     | webhooks.retries[1]: found "soon", expected a duration, such as "PT5M"
            """)
    void areTold(String right, String wrong, String told) throws IOException {
        assertThat(WEBHOOKS).contains(right);
        Path fixture = fixture(WEBHOOKS.replace(right, wrong));

        assertThatThrownBy(() -> Sandbank.start(fixture.toString()).close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(told);
    }

    @Test
    void areToldOfHeadersWithASignatureThatNobodyMakes() throws IOException {
        String unsigned = WEBHOOKS.substring(0, WEBHOOKS.indexOf("  signature:\n"));

        Path fixture = fixture(unsigned);

        assertThatThrownBy(() -> Sandbank.start(fixture.toString()).close())
                .hasMessageContaining(
                        "webhooks.signature: found nothing, expected how messages are signed: a header has \"${signature}\"");
    }

    private Path fixture(String webhooks) throws IOException {
        Files.writeString(folder.resolve("dialect.yaml"), CardBank.DIALECT + webhooks);
        return Files.writeString(folder.resolve("fixture.yaml"), CardBank.FIXTURE);
    }
}
