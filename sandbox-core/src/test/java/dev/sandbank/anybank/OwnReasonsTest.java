package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision;
import dev.sandbank.DenialReason;
import dev.sandbank.SandbankNames.Kind;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank's own names for an unknown resource, a missing permission and a blocked user. */
class OwnReasonsTest {

    private static final String DIALECT = """
            entitlements: {account: {collection: accounts, permissions: [view]}, note: {collection: notes, permissions: []}}
            collections: {accounts: {visible: linked}, notes: {visible: owned, owner: user}}
            blocked: {methods: all, refuse: customer-blocked}
            states: {frozen: {methods: all, refuse: customer-frozen}}
            tokens: {reply: [access_token], realm: tiny, errors: {invalid_client: bad-client}}
            operations:
              - {id: account, method: GET, path: "/accounts/{id}", parameters: [&id {name: id, in: path, schema: {type: string}}],
                 resources: [{in: path, name: id, collection: accounts, unknown: account-invalid, permission: view, denied: account-closed}],
                 work: {get: {}}, reply: {body: "${entry}"}}
              - {id: note, method: GET, path: "/notes/{id}", parameters: [*id],
                 resources: [{in: path, name: id, collection: notes, unknown: note-gone, hidden: entitlement-missing}],
                 work: {get: {}}, reply: {body: "${entry}"}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              account-invalid: {status: 422, body: {code: "${reason}"}}
              account-closed: {status: 409, body: {code: "${reason}"}}
              note-gone: {status: 410, body: {code: "${reason}"}}
              customer-blocked: {status: 423, body: {code: "${reason}"}}
              customer-frozen: {status: 423, body: {code: "${reason}"}}
              bad-client: {status: 401, body: {code: "${reason}"}}
            """;
    private static final String FIXTURE = """
            accounts: [{id: a}]
            notes: [{id: n, user: bob}]
            entitlements: [{user: ann, account: a, allow: []}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @ParameterizedTest
    @CsvSource({
        "/accounts/x, 422, resource-unknown, account-invalid",
        "/accounts/a, 409, entitlement-missing, account-closed",
        "/notes/x, 410, resource-unknown, note-gone"
    })
    void followTheStandardOnesAndAreFoundByEither(String path, int status, String standard, String own) {
        assertThat(bank.get("ann", path)).hasStatus(status).has("/code", own);

        Decision decision = bank.sandbank().journal().lastCall().decision();
        assertThat(decision.refusal()).isEqualTo(standard + "." + own);
        for (String asked : List.of(standard, own, standard + "." + own)) {
            assertThat(decision.refusedFor(asked)).as(asked).isTrue();
            assertThat(bank.sandbank().names().doubt(Kind.DENIAL_REASON, asked)).isEmpty();
            assertThat(control(bank.sandbank(), "GET", "/calls?refusal=" + asked)
                            .send()
                            .json()
                            .path("calls"))
                    .as(asked)
                    .hasSize(1);
        }
    }

    @Test
    void areThoseOfUsersWhoAreNotActive() {
        bank.sandbank().user("ann").block();
        bank.sandbank().user("bob").become("frozen");

        assertThat(bank.get("ann", "/notes/n")).hasStatus(423).has("/code", "customer-blocked");
        assertThat(refusal()).isEqualTo("subject-blocked.customer-blocked");
        assertThat(bank.get("bob", "/notes/n")).hasStatus(423).has("/code", "customer-frozen");
        assertThat(refusal()).isEqualTo("subject-blocked.customer-frozen");
    }

    @Test
    void neverMakeOneStandardReasonStandForAnother() {
        assertThat(bank.get("ann", "/notes/n")).hasStatus(403).has("/code", "entitlement-missing");

        Decision decision = bank.sandbank().journal().lastCall().decision();
        assertThat(decision.refusedFor(DenialReason.RESOURCE_UNKNOWN)).isTrue();
        assertThat(decision.refusedFor(DenialReason.ENTITLEMENT_MISSING)).isFalse();
    }

    @Test
    void areNotFoundByPartsOfOtherReasons() {
        assertThat(DenialReason.covers("unknown", "invalid-client.unknown")).isFalse();
        assertThat(DenialReason.covers("invalid", "resource-unknown.account-invalid"))
                .isFalse();
    }

    @Test
    void areShownInDenials() {
        assertThat(bank.sandbank().denials("account"))
                .extracting(denial -> denial.reason())
                .contains("resource-unknown.account-invalid");
    }

    @Test
    void areNotThoseThatOnlyWordErrorsOfTheTokenServer() {
        assertThat(bank.sandbank().names().doubt(Kind.DENIAL_REASON, "bad-client"))
                .hasValueSatisfying(doubt -> assertThat(doubt).startsWith("there is no denial reason \"bad-client\""));
    }

    private String refusal() {
        return bank.sandbank().journal().lastCall().decision().refusal();
    }
}
