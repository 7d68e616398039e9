package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.testing.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {

    /** A bank of Basic, and of operations for everybody. */
    private static final String TALERWERK = "dev/sandbank/fixtures/examples/talerwerk/fixture.yaml";

    private static final String MALLORY = "e7b4a0c9-2d16-4f83-9c5e-71a8d0b36f24";

    @Test
    void tellsWhatEachGateSawWhereItStopsAndTheReply() {
        Ran ran = Ran.command("explain", "getAccount", "acct-4f81c0", "--user", "bob");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("""
                        getAccount at Apiture Digital Banking

                        call      GET /banking/accounts/acct-4f81c0
                        caller    user bob (Bob Hale), through client bob-batch, which is bound to the user
                        token     holds banking/read banking/write data/read moneyMovement/write profile/read profile/write
                        """).contains("""

                        token        ✓ pass    token of client bob-batch for user bob
                        route        ✓ pass    getAccount
                        scope        ✓ pass    holds banking/read
                        on-behalf-of ✓ pass    user bob
                        subject      ✓ pass    serves user
                        blocked      ✓ pass    not blocked
                        input        ✓ pass    well-formed
                        resource     ✓ pass    acct-4f81c0
                        entitlement  ✗ refuse  needs view on acct-4f81c0, user bob holds transferTo

                        refused at entitlement: entitlement-missing

                        reply     403
                                  Content-Type: application/problem+json
                        """).contains("            \"title\": \"Forbidden\",");
    }

    @Test
    void sendsWhateverProvesWhoCalls() {
        Ran ran = Ran.command("explain", "getWallet", "wa_Ida0000001", "--client", "kiosk", "--fixture", TALERWERK);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("token        ✓ pass    secret of client kiosk\n", "\nallowed\n")
                .doesNotContain("kiosk-secret");
    }

    @Test
    void tellsOfAnAllowedCallToo() {
        Ran ran = Ran.command("explain", "getAccount", "acct-4f81c0", "--client", "mobile-app", "--user", "ada");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("user ada (Ada Byron), through client mobile-app, to which the user signed in\n")
                .contains("\nentitlement  ✓ pass    holds view on acct-4f81c0\n")
                .contains("\nallowed\n\nreply     200\n")
                .contains("\"id\": \"acct-4f81c0\"");
    }

    @Test
    void speaksToProgramsInJson() {
        JsonNode told = json("core.create-account", "--bank", "uphold", "--user", MALLORY);

        assertThat(told.path("allowed").asBoolean(true)).isFalse();
        assertThat(told.path("gate").asText()).isEqualTo("blocked");
        assertThat(told.path("refusal").asText()).isEqualTo("subject-blocked");
        assertThat(told.at("/request/headers/X-On-Behalf-Of").asText()).isEqualTo("user " + MALLORY);
        assertThat(told.at("/request/body/asset").asText()).isEqualTo("EUR");
        assertThat(told.at("/reply/status").asInt()).isEqualTo(409);
        assertThat(told.at("/reply/body/reasons/0").asText()).isEqualTo("user-blocked");
        assertThat(gates(told)).containsExactly("token", "route", "scope", "on-behalf-of", "subject", "blocked");
    }

    @Test
    void tellsRequiredAndHeldScopes() {
        JsonNode told = json("getAccount", "--client", "money-mover");

        assertThat(told.at("/required/0").asText()).isEqualTo("banking/read");
        assertThat(told.at("/held/0").asText()).isEqualTo("moneyMovement/write");
    }

    @Test
    void tellsWhatScopesStandFor(@TempDir Path folder) throws IOException {
        String fixture = Files.writeString(
                        folder.resolve("switched.yaml"),
                        "bank: apiture\nextends: apiture\nsettings: {bankingWriteReads: true}\n")
                .toString();

        String out = Ran.command(
                        "explain",
                        "listAccounts",
                        "--fixture",
                        fixture,
                        "--client",
                        "back-office",
                        "--scope",
                        "banking/write")
                .out();

        assertThat(out)
                .contains("token     holds banking/write\n")
                .contains("scope        ✓ pass    implies banking/read\n")
                .contains("reply     200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getAccount --user ada --scope data/read -> scope",
                "getAccount --user ada --scope= -> scope",
                "getAccount --user ada --scope data/read,banking/read -> null",
                "getAccount --user ada --param accountId=acct-d94c08 -> resource",
                "getAccount --user ada acct! -> input",
                "listAccountBalances --user ada -> null",
                "listAccountBalances --user bob acct-4f81c0 -> entitlement",
                "listAccountBalances --user ada --param retryCount=11 -> input",
                "getAccount --client cat-suite --environment cat -> null",
                "core.create-account --bank uphold --client ada-only --body {} -> input",
                "core.create-account --bank uphold --client ada-only JPY -> rules",
                "core.create-account --bank uphold --client ada-only -> null",
                "core.get-account --fixture uphold --client reader -> subject"
            })
    void takesAPartOfTheCallFromItsOptions(String typed) {
        String[] parts = typed.split(" -> ", -1);

        JsonNode told = json(parts[0].split(" ", -1));

        assertThat(told.path("gate").asText()).isEqualTo(parts[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void neverShowsATokenOrSecret(String format) {
        String out = Ran.command("explain", "listAccounts", "--client", "ada-batch", "--format", format)
                .out();

        assertThat(out).contains("ada-batch").doesNotContain("Bearer", "Authorization", "ada-batch-9vN4gC");
    }

    @Test
    void tellsWhatIsWrongWithAFixture() {
        Ran ran = Ran.command("explain", "listAccounts", "--user", "ada", "--fixture", "cli/bad.yaml");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).isNotEmpty().allMatch(line -> line.startsWith("cli/bad.yaml:"));
    }

    private static JsonNode json(String... typed) {
        List<String> all = new ArrayList<>(List.of("explain"));
        all.addAll(List.of(typed));
        all.addAll(List.of("--format", "json"));
        Ran ran = Ran.command(all.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return Answer.parse(ran.out());
    }

    private static Stream<String> gates(JsonNode told) {
        return StreamSupport.stream(told.path("gates").spliterator(), false)
                .map(gate -> gate.path("name").asText());
    }
}
