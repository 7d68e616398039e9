package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_PHOTO;
import static dev.sandbank.testing.UpholdSeed.ADAS_STATEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of a file on its way to where the bank says: counted, and not kept. */
class UploadTest {

    private static final int LARGE = 3_000_000;

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText("""
            bank: uphold
            extends: uphold
            clock: 2031-03-03T09:00:00Z
            settings:
              fileSettings:
                image: {allowedContentTypes: [image/png], minFileSize: 4, maxFileSize: 3000000, expiresIn: 600}
            """).start();

    private String id = "";
    private String url = "";
    private String key = "";

    @BeforeEach
    void announce() {
        Answer made = post(bank, "/core/files")
                .bearer(bank.tokens().forClient("care"))
                .onBehalfOf(ADA)
                .json("{\"category\": \"image\", \"contentType\": \"image/png\"}")
                .send();
        id = made.text("/file/id");
        url = made.text("/file/upload/url");
        key = made.text("/file/upload/formData/key");
    }

    @Test
    void makesTheFileOneThatIsUploaded() {
        assertThat(upload(key, "five!")).isEqualTo(204);

        assertThat(file()).hasStatus(200).has("/file/status", "uploaded").lacks("/file/upload");
        assertThat(bank.resource("files", id).get("size")).isEqualTo("5");
        assertThat(bank.export()).doesNotContain("five!").doesNotContain(key);
    }

    @Test
    void mayBeMuchLargerThanOtherContent() {
        assertThat(upload(key, "x".repeat(LARGE))).isEqualTo(204);

        assertThat(bank.resource("files", id).get("size")).isEqualTo(String.valueOf(LARGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, LARGE + 1})
    void isOfTheSizeThatTheSettingsSay(int size) {
        assertThat(upload(key, "x".repeat(size))).isEqualTo(400);

        assertThat(file()).has("/file/status", "pending");
    }

    @Test
    void needsTheKey() {
        assertThat(upload("another", "five!")).isEqualTo(403);

        assertThat(file()).has("/file/status", "pending");
    }

    @Test
    void isDoneOnce() {
        upload(key, "five!");

        assertThat(upload(key, "five!")).isEqualTo(403);
    }

    @Test
    void isNoUseOnceATestHasSaidThatItIsDone() {
        bank.resource("files", id).set("status", "uploaded");

        assertThat(upload(key, "five!")).isEqualTo(403);
    }

    @Test
    void isDoneInTime() {
        bank.clock().advance(Duration.ofMinutes(10));

        assertThat(upload(key, "five!")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {ADAS_STATEMENT, ADAS_PHOTO})
    void isForFilesThatWaitForOne(String other) {
        url = "/_sandbank/uploads/" + other;

        assertThat(upload(key, "five!")).isEqualTo(403);
    }

    @Test
    void isForFilesThatThereAre() {
        url = "/_sandbank/uploads/nothing";

        assertThat(upload(key, "five!")).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=b, '--b~Content-Disposition: form-data; name=\"key\"~~KEY~--b--~'",
        "multipart/form-data; boundary=b, '--b~Content-Disposition: form-data; name=\"file\"~~five!~--b--~'",
        "multipart/form-data; boundary=b, '--b~Content-Disposition: form-data; name=\"key\"~~KEY~--b~Content-Disposition: form-data; name=\"file\"~~five!'",
        "multipart/form-data; boundary=other, '--b~Content-Disposition: form-data; name=\"key\"~~KEY~--b--~'",
        "multipart/form-data, 'key=KEY&size=5'",
        "application/x-www-form-urlencoded, 'key=KEY&size=5'",
        "multipart/form-data; boundary=b, ''",
        "multipart/form-data-of-mine; boundary=b, '--b~Content-Disposition: form-data; name=\"key\"~~KEY~--b~Content-Disposition: form-data; name=\"file\"~~five!~--b--~'"
    })
    void isAFormWithOneKeyAndOneFile(String type, String content) {
        byte[] bytes = content.replace("~", "\r\n").replace("KEY", key).getBytes(StandardCharsets.UTF_8);

        assertThat(post(bank, url).content(type, bytes).sendPastTheBank().statusCode())
                .isEqualTo(400);
        assertThat(file()).has("/file/status", "pending");
    }

    @Test
    void hasPartsWithFieldsOfLittleLength() {
        String form = "--b\r\nX-Long: " + "x".repeat(LARGE)
                + "\r\n\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n" + key
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nfive!\r\n--b--\r\n";

        assertThat(post(bank, url)
                        .content("multipart/form-data; boundary=b", form)
                        .sendPastTheBank()
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void hasAKeyThatTheJournalDoesNotTell() {
        assertThat(bank.journal().calls())
                .extracting(Exchange::replyBody)
                .anySatisfy(reply -> assertThat(reply).contains(key.substring(0, 4) + "…"))
                .noneSatisfy(reply -> assertThat(reply).contains(key));
    }

    @Test
    void isAPost() {
        HttpResponse<String> refused = get(bank, url).sendPastTheBank();

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void isNoCallOfTheBank() {
        bank.journal().clear();

        upload(key, "five!");

        assertThat(bank.journal().calls()).isEmpty();
    }

    private Answer file() {
        return call(bank, "GET", "/core/files/" + id)
                .bearer(bank.tokens().forClient("care"))
                .onBehalfOf(ADA)
                .send();
    }

    private int upload(String sent, String content) {
        String form = "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n" + sent
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n" + content + "\r\n--b--\r\n";
        return post(bank, url)
                .content("multipart/form-data; boundary=b", form)
                .sendPastTheBank()
                .statusCode();
    }
}
