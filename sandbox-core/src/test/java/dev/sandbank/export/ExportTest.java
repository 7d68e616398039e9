package dev.sandbank.export;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export()}: what is in the text, and what is not. */
class ExportTest {

    private static final String TINY = """
            dialect: tiny
            title: Tiny Bank
            api: {base: /api, challenge: {scheme: Bearer, realm: tiny}}
            issuer:
              path: /idp
              discovery: [/idp/metadata]
              endpoints: {token: /idp/token, jwks: /idp/keys}
              grants: [client_credentials]
              authMethods: [client_secret_basic]
            tokens: {reply: [access_token, token_type, expires_in, scope], realm: tiny}
            scopes: {write: Write}
            collections: {notes: {visible: owned, owner: by}}
            operations:
              - id: addNote
                method: POST
                path: /notes
                scopes: [write]
                body: {mediaTypes: [application/json], required: true, schema: {type: object}}
                work: {create: {collection: notes, id: note-6, content: true}}
                reply: {status: 201, body: "${entry}"}
              - id: listNotes
                method: GET
                path: /notes
                scopes: [write]
                work: {list: {collection: notes}}
                reply: {body: "${items}"}
            envelope: {contentType: application/json, body: {}}
            refusals: {default: {body: {code: "${reason}", text: "${detail}"}}}
            """;

    @TempDir
    Path folder;

    @Test
    void standsStillWhereTheClockDoes() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00.123456789Z"));

            assertThat(bank.export()).contains("\nclock: \"2031-03-03T09:00:00.123456789Z\"\n");
        }
    }

    @Test
    void followsTheSystemsClockAsTheSandboxDoes() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            assertThat(bank.export()).doesNotContain("\nclock:");
        }
    }

    @Test
    void isAsFarAheadOfTheSystemAsTheSandbox() {
        try (Sandbank first = Sandbank.start("apiture")) {
            first.clock().advance(Duration.ofDays(40));
            try (Sandbank second =
                    Sandbank.builder().fixtureText(first.export()).start()) {
                assertThat(second.clock().now())
                        .isCloseTo(Instant.now().plus(Duration.ofDays(40)), within(5, ChronoUnit.MINUTES));
                second.reset();
                assertThat(second.clock().now())
                        .isCloseTo(Instant.now().plus(Duration.ofDays(40)), within(5, ChronoUnit.MINUTES));
            }
        }
    }

    @Test
    void makesWhatIsDueHappenFirst() {
        try (Sandbank bank = Sandbank.builder()
                .fixtureText("bank: apiture\nextends: apiture\nclock: 2031-03-03T09:00:00Z")
                .start()) {
            post(bank, "/banking/transfers")
                    .bearer(bank.tokens().forClient(ADA_BATCH))
                    .json("{\"amount\":\"5.00\",\"sourceAccount\":{\"id\":\"" + SAVER
                            + "\"},\"targetAccount\":{\"id\":\"acct-9b22d7\"},"
                            + "\"schedule\":{\"frequency\":\"once\",\"scheduledOn\":\"2031-03-04\"}}")
                    .send();
            bank.clock().advance(Duration.ofDays(2));

            assertThat(bank.export()).contains("processedAt: \"2031-03-04T00:00:00.000Z\"");
        }
    }

    @Test
    void hasPasswordsAndSecretsButNoTokens() {
        try (Sandbank first = Sandbank.start("apiture")) {
            String token = first.tokens().forClient(ADA_BATCH);
            first.user("ada").setPassword("other: password");
            first.client("web-portal").setSecret("other \"secret\"");

            String text = first.export();

            assertThat(text)
                    .contains("password: \"other: password\"", "secret: \"other \\\"secret\\\"\"")
                    .doesNotContain(token);
            try (Sandbank second = Sandbank.builder().fixtureText(text).start()) {
                assertThat(get(second, "/banking/accounts").bearer(token)).hasStatus(401);
                assertThat(second.client("web-portal").secret()).isEqualTo("other \"secret\"");
            }
        }
    }

    @Test
    void namesABankOfOnesOwnByItsPath() throws IOException {
        Path dialects = Files.createDirectories(folder.resolve("dialects/tiny"));
        Files.writeString(dialects.resolve("dialect.yaml"), TINY);
        Files.writeString(folder.resolve("base.yaml"), """
                clients: [{id: app, secret: app-secret, scopes: [write]}]
                users: [{id: ann}]
                """);
        Path fixture = Files.writeString(
                folder.resolve("fixture.yaml"),
                "bank: ./dialects/tiny\nextends: base.yaml\nclock: 2031-03-03T09:00:00Z\nseed: 5\n");
        try (Sandbank first = Sandbank.start(fixture.toString())) {
            String token = first.tokens().forClient("app");
            post(first, "/api/notes").bearer(token).json("""
                            {"text": "no", "createdAt": "long ago", "sum": 1.50, "none": null}""").send();
            String text = first.export();

            assertThat(text).contains("unowned: true").doesNotContain("extends");
            Path elsewhere = Files.createDirectories(folder.resolve("else/where"));
            Path saved = Files.writeString(elsewhere.resolve("exported.yaml"), text);
            try (Sandbank second = Sandbank.start(saved.toString())) {
                assertThat(second.export()).isEqualTo(text);
                assertThat(get(second, "/api/notes")
                                .bearer(second.tokens().forClient("app"))
                                .send()
                                .body())
                        .isEqualTo(get(first, "/api/notes").bearer(token).send().body())
                        .contains("\"createdAt\":\"long ago\",\"sum\":1.5,\"none\":null");
            }
        }
    }

    @Test
    void goesOnWithTheSeed() {
        try (Sandbank first = Sandbank.start("demo-uphold")) {
            String earlier = first.tokens().forClient("payouts");
            try (Sandbank second =
                    Sandbank.builder().fixtureText(first.export()).start()) {
                String next = first.tokens().forClient("payouts");

                assertThat(second.tokens().forClient("payouts")).isEqualTo(next).isNotEqualTo(earlier);
            }
        }
    }
}
