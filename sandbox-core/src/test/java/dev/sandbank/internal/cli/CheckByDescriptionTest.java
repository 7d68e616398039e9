package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --openapi} and {@code check --replies}. */
class CheckByDescriptionTest {

    private static final String DESCRIPTION = "dev/sandbank/fixtures/dialects/apiture/openapi.yaml";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String described() throws IOException {
        return resource(DESCRIPTION);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                CheckByDescriptionTest.class.getClassLoader().getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void findsNoDifferenceBetweenABankAndItsOwnDescription() {
        assertThat(Ran.command("check", "--openapi", DESCRIPTION, "apiture")).isEqualTo(new Ran(0, "", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            operationId: getAccount\\n      summary: Get an account\\n      security: [{oauth: [banking/read]}] | operationId: getAccount\\n      security: [{oauth: [data/read]}] | paths["/accounts/{accountId}"].get.security: scopes that are all needed: found data/read, in the dialect banking/read
            {name: historical, in: query, schema: {type: boolean}}  | {name: past, in: query, schema: {type: boolean}} | found the parameter past in query, which the dialect does not read
            {name: historical, in: query, schema: {type: boolean}}  | {name: past, in: query, schema: {type: boolean}} | found the parameter historical in query, which the description does not have
            {name: direction, in: query, required: true,            | {name: direction, in: query,                     | required: found false, in the dialect true
            minimum: 0, maximum: 1000, default: 100                 | minimum: 0, maximum: 500, default: 100           | schema.maximum: maximum: found 500, in the dialect 1000
            required: [schedule, amount, sourceAccount, targetAccount] | required: [schedule, amount, sourceAccount]   | schema: required: found amount, schedule, sourceAccount, in the dialect amount, schedule, sourceAccount, targetAccount
            memo: {type: string, maxLength: 128}                    | note: {type: string, maxLength: 128}             | found the member note, which the dialect does not describe
            /accountBalances:                                       | /balances:                                       | found GET /banking/balances, which the dialect does not have
            /accountBalances:                                       | /balances:                                       | found GET /banking/accountBalances, which the description does not have
            """)
    void tellsEachDifferenceWithItsPlace(String right, String wrong, String told) throws IOException {
        String from = right.replace("\\n", "\n");
        assertThat(described()).contains(from);
        Path other = file("openapi.yaml", described().replace(from, wrong.replace("\\n", "\n")));
        file("replies.yaml", "Problem: {}");

        Ran ran = Ran.command("check", "--openapi", other.toString(), "apiture");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.outLines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(told.contains("description does not have") ? "" : other + ":")
                        .contains(told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiture", "uphold"})
    void findsEveryReplyOfABankAsDescribed(String bank) {
        assertThat(Ran.command("check", "--replies", bank)).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void tellsRepliesThatAreNotAsDescribed() throws IOException {
        file("mine.yaml", "extends: apiture\ndialect: mine\nviews: {paymentBatch: {name: null}}\n");
        Path fixture = file("fixture.yaml", """
                bank: ./mine.yaml
                clients: [{id: app, secret: app-secret, scopes: [banking/read], user: ann}]
                users: [{id: ann, username: ann, password: ann-secret}]
                accounts: [{id: acct-1, label: One, balance: "10.00"}]
                paymentBatches: [{id: batch-1, name: Wages, account: acct-1, amount: "1.00", paymentCount: 1}]
                entitlements: [{user: ann, paymentBatch: batch-1, allow: [approve]}]
                """);

        Ran ran = Ran.command("check", "--replies", fixture.toString());

        assertThat(ran.outLines())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "getPaymentBatch, status 200", "required property 'name' not found", "(GET /banking/"));
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void tellsRepliesOfOneKindOnceAndUndescribedStatusesLast() throws IOException {
        for (String name : List.of("dialect.yaml", "fixture.yaml", "denials.yaml", "openapi.yaml")) {
            String text = resource("dev/sandbank/fixtures/examples/talerwerk/" + name);
            file(
                    name,
                    text.replace("        default: {$ref: \"#/components/responses/Error\"}\n", "")
                            .replace("required: [id, object, currency", "required: [colour, id, object, currency"));
        }
        String fixture = folder.resolve("fixture.yaml").toString();

        List<String> lines = Ran.command("check", "--replies", fixture).outLines();

        assertThat(lines)
                .doesNotHaveDuplicates()
                .contains(
                        fixture + ": listWallets, status 200: data.0.colour required property 'colour' not found"
                                + " (GET /v1/wallets, client kiosk, and 2 more)",
                        fixture + ": getWallet, status 401: the description has no reply with status 401"
                                + " (GET /v1/wallets/wa_Ida0000001, user ida, and 5 more)");
        assertThat(lines)
                .filteredOn(line -> line.contains("listWallets, status 200"))
                .hasSize(1);
        assertThat(lines.get(0)).doesNotContain("has no reply with status");
        assertThat(lines.get(lines.size() - 1)).contains("has no reply with status");
    }

    @Test
    void tellsThatThereIsNothingToHoldRepliesTo() {
        String musterbank = "dev/sandbank/fixtures/examples/musterbank/fixture.yaml";

        assertThat(Ran.command("check", "--replies", musterbank).outLines())
                .isEqualTo(List.of(musterbank + ": the bank has no OpenAPI description to check its replies against"));
    }
}
