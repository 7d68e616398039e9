package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any bank can have its entries' content uploaded, and say what that makes of them. */
class UploadsOfAnyBankTest {

    private static final String DIALECT = """
            collections:
              papers: {visible: all, uploaded: {state: received, draft: false}}
              letters: {visible: all}
            operations:
              - id: announce
                method: POST
                path: /papers
                scopes: [write]
                work: {create: {collection: papers, members: {state: awaited, upload: {key: "${uuid}"}}}}
                reply: {status: 201, body: {id: "${id}", key: "${upload.key}", url: "${base-url}/_sandbank/uploads/${id}"}}
            """;
    private static final String FIXTURE = """
            papers:
              - {id: p-1, upload: {key: open-sesame}}
              - {id: p-2, state: received, draft: false, upload: {key: open-sesame}}
            letters: [{id: l-1, upload: {key: open-sesame}}]
            environments:
              cat: {papers: [{id: p-cat, upload: {key: open-sesame}}]}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void goWhereAReplySays() {
        Answer made = bank.asClient("POST", "/papers", "write").send();
        assertThat(made).hasStatus(201);

        assertThat(upload(made.text("/url"), made.text("/key"))).isEqualTo(204);

        String paper = bank.sandbank().resource("papers", made.text("/id")).json();
        assertThat(Answer.parse(paper).path("state").asText()).isEqualTo("received");
        assertThat(Answer.parse(paper).path("draft").asBoolean(true)).isFalse();
        assertThat(Answer.parse(paper).path("size").asInt()).isEqualTo("five!".length());
        assertThat(Answer.parse(paper).has("upload")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/_sandbank/uploads/p-1, open-sesame, 204",
        "/_sandbank/uploads/p-1, '', 403",
        "/_sandbank/uploads/p-2, open-sesame, 403",
        "/_sandbank/uploads/l-1, open-sesame, 404",
        "/_sandbank/uploads/p-cat, open-sesame, 404",
        "/_sandbank/uploads/, open-sesame, 404",
        "/cat/_sandbank/uploads/p-cat, open-sesame, 204",
        "/cat/_sandbank/uploads/p-1, open-sesame, 404"
    })
    void areForEntriesOfThatCollectionInTheirEnvironment(String path, String key, int status) {
        assertThat(upload(path, key)).isEqualTo(status);
    }

    private int upload(String url, String key) {
        String form = "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n" + key
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nfive!\r\n--b--\r\n";
        return HttpCall.call(bank.sandbank(), "POST", url)
                .content("multipart/form-data; boundary=b", form)
                .sendPastTheBank()
                .statusCode();
    }
}
