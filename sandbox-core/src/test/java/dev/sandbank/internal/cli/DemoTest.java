package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.cli.demo.Demos;
import dev.sandbank.internal.fixture.source.DataFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {

    private static final String RIGHT = """
            title: A bank
            about: Two steps.
            fixture: demo-uphold
            steps:
              - told: A token.
                request: {method: POST, path: /core/oauth2/token, client: reader, form: {grant_type: client_credentials}}
                reply: {status: 200, headers: {Cache-Control: no-store}}
              - told: No entry.
                request: {path: /core/accounts, bearer: reader}
                reply:
                  status: 403
                  refusal: subject-not-allowed
                  gate: subject
                  members: [code, message]
                  body: {code: subject_not_allowed}
            """;

    @Test
    void showsAllBanks() {
        Ran ran = Ran.command("demo");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("Apiture Digital Banking", "Uphold Enterprise")
                .doesNotContain("DIFFERS");
        assertThat(ran.outLines().get(ran.outLines().size() - 1)).matches("All \\d+ steps went as described\\.");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void showsOneBank() {
        Ran ran = Ran.command("demo", "uphold");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Uphold Enterprise").doesNotContain("Apiture");
    }

    @Test
    void isTheSameInEveryRunButForPorts() {
        assertThat(withoutPorts(Ran.command("demo", "all"))).isEqualTo(withoutPorts(Ran.command("demo", "all")));
    }

    private static String withoutPorts(Ran ran) {
        return ran.out().replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT");
    }

    @Test
    void fitsOnAPage() {
        assertThat(Ran.command("demo").outLines())
                .allMatch(line -> line.length() <= 100 && line.equals(line.stripTrailing()));
    }

    @Test
    void shortensTokensAndSecrets() {
        String out = Ran.command("demo").out();

        assertThat(out)
                .doesNotContain("s3cr.et_~1", "843f-6ad71454858b", "act-only-8Rc3jL", "bob-batch-3xR7mD")
                .doesNotContainPattern("Authorization: \\S+ \\S{4}[^…]")
                .doesNotContainPattern("access_token\": \"[^\"]{6}");
        assertThat(out).containsPattern("Bearer \\S{4}…").containsPattern("Basic \\S{4}…");
    }

    @Test
    void showsEveryGateThatWasAskedAndWhatTheLastOneFound() {
        assertThat(Ran.command("demo", "uphold").out()).contains("""
                            decision  token ✓  route ✓  scope ✗
                                      refused at scope: needs core.accounts:read, token holds core.users:act-on-behalf-of
                            matches   403 scope-missing
                        """);
    }

    @Test
    void keepsWhatLaterStepsAskFor() {
        String steps = RIGHT.substring(0, RIGHT.indexOf("  - told: No entry."));

        Ran ran = walk(steps + """
                    keep: {kind: /token_type, nothing: /no/such/member}
                  - told: What was kept.
                    request: {path: "/core/${kind}${nothing}", bearer: payouts}
                    reply: {status: 404, refusal: route-unknown}
                """);

        assertThat(ran.out()).contains("GET /core/Bearer\n");
    }

    @Test
    void walksAnyScenario() {
        Ran ran = walk(RIGHT);

        assertThat(ran.outLines()).last().asString().isEqualTo("All 2 steps went as described.");
        assertThat(ran.exitCode()).isZero();
    }

    private static final String TOLD = """
            title: A bank
            about: Two steps.
            fixture: demo-uphold
            steps:
              - told: A token.
                request: {method: POST, path: /core/oauth2/token, client: payouts, form: {grant_type: client_credentials}}
                reply: {status: 200}
              - told: An account.
                request:
                  method: POST
                  path: /core/accounts
                  bearer: payouts
                  headers: {X-On-Behalf-Of: user 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10}
                  body: {label: Trip to Lisbon, asset: EUR}
                reply: {status: 201}
              - told: The client is told.
                event: {type: core.account.created, body: {data: {account: {label: Trip to Lisbon}}}}
                reply: {status: 204}
              - told: Somebody else tells it.
                event: {type: core.account.created, flaw: STRANGERS_SECRET}
                reply: {status: 401}
            """;

    @Test
    void deliversEventsToAnApplicationThatVerifiesThem() {
        Ran ran = walk(TOLD);

        assertThat(ran.out())
                .contains("POST http://127.0.0.1:", "webhook-signature: ", "matches   204", "matches   401");
        assertThat(ran.outLines()).last().asString().isEqualTo("All 4 steps went as described.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status: 204 -> status: 401",
                ", flaw: STRANGERS_SECRET -> ",
                "account: {label: Trip to Lisbon} -> account: {label: Other}"
            })
    void failsIfAnEventIsNotAsTold(String change) {
        String[] parts = change.split(" -> ", -1);

        assertThat(walk(TOLD.replace(parts[0], parts[1])).outLines())
                .last()
                .asString()
                .isEqualTo("1 of 4 steps did not go as described.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status: 403 -> status: 404",
                "refusal: subject-not-allowed -> refusal: subject-blocked",
                "gate: subject -> gate: scope",
                "[code, message] -> [message, code]",
                "[code, message] -> [code]",
                "body: {code: subject_not_allowed} -> body: {code: other}",
                "body: {code: subject_not_allowed} -> body: {missing: null}",
                "body: {code: subject_not_allowed} -> exactBody: {code: subject_not_allowed}",
                "no-store -> no-cache",
                "bearer: reader -> bearer: nobody"
            })
    void failsIfAStepIsNotAsTold(String change) {
        String[] parts = change.split(" -> ", -1);

        Ran ran = walk(RIGHT.replace(parts[0], parts[1]));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("\n    DIFFERS   ");
        assertThat(ran.outLines()).last().asString().isEqualTo("1 of 2 steps did not go as described.");
    }

    @Test
    void saysWhyItCannotStart() {
        Ran ran = walk(RIGHT.replace("fixture: demo-uphold", "fixture: no-such-fixture"));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.errLines())
                .singleElement()
                .asString()
                .startsWith("sandbank: ")
                .contains("no-such-fixture");
    }

    private static Ran walk(String scenario) {
        Demos demos = bank -> Demos.read(DataFile.parse("a scenario", scenario));
        return Ran.command(demos, "demo", "uphold");
    }
}
