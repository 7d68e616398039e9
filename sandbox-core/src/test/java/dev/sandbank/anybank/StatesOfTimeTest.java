package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Members of entries that follow from time. */
class StatesOfTimeTest {

    private static final String DIALECT = """
            settings:
              grace: {type: duration, default: P1D, about: Grace}
            collections:
              consents:
                visible: all
                defaults: {kind: once}
                follows:
                  status:
                    - {when: [{fact: status, is: valid}, {fact: validUntil, to: "${now - setting.grace}"}], is: expired}
                    - {when: [{fact: status, is: valid}, {fact: validUntil, to: "${now}"}], is: "late-${kind}"}
                  ends: [{when: [{fact: validUntil, present: true}], is: {day: "${validUntil + P1D}"}}]
            views:
              short: {state: "${status}", ends: "${ends.day}"}
            operations:
              - id: getConsent
                method: GET
                path: /consents/{id}
                parameters: [{name: id, in: path, schema: {type: string}}]
                resources: [{in: path, name: id, collection: consents, as: consent}]
                work: {get: {}}
              - id: useConsent
                method: POST
                path: /consents/{id}
                parameters: [{name: id, in: path, schema: {type: string}}]
                resources: [{in: path, name: id, collection: consents, as: consent, where: {status: valid}}]
                work: {action: {members: {used: true}}}
                reply: {view: short, body: "${entry}"}
              - id: listConsents
                method: GET
                path: /consents
                parameters: [{name: status, in: query, schema: {type: string}}]
                work: {list: {collection: consents, filters: [{fact: status, is: "${parameter.status}"}], sort: [status, id]}}
                reply: {view: short, body: "${items}"}
            """;
    private static final String FIXTURE = """
            consents:
              - {id: a, status: valid, validUntil: "2031-03-03T10:00:00Z"}
              - {id: b, status: revoked, validUntil: "2031-03-03T10:00:00Z"}
              - {id: c, status: valid}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void areWhatIsStoredUntilThen() {
        assertThat(bank.get("ann", "/consents/a").send())
                .has("/status", "valid")
                .has("/ends/day", "2031-03-04T10:00:00Z");
        assertThat(bank.as("ann", "POST", "/consents/a").send()).has("/state", "valid");
    }

    @Test
    void becomeWhatTheFirstCaseSays() {
        bank.sandbank().clock().advance(Duration.ofHours(1));
        assertThat(bank.get("ann", "/consents/a").send()).has("/status", "late-once");

        bank.sandbank().clock().advance(Duration.ofDays(1));
        assertThat(bank.get("ann", "/consents/a").send()).has("/status", "expired");
        assertThat(bank.get("ann", "/consents/b").send()).has("/status", "revoked");
        assertThat(bank.get("ann", "/consents/c").send())
                .has("/status", "valid")
                .lacks("/ends");
    }

    @Test
    void countWhereverAnEntryIsRead() {
        bank.sandbank().clock().advance(Duration.ofDays(2));

        assertThat(bank.as("ann", "POST", "/consents/a").send()).wasRefusedAt("resource", "resource-unknown");
        assertThat(bank.get("ann", "/consents").query("status", "expired").send())
                .hasBody("""
                        [{"state": "expired", "ends": "2031-03-04T10:00:00Z"}]""");
        assertThat(bank.get("ann", "/consents").send())
                .has("/0/state", "expired")
                .has("/1/state", "revoked")
                .has("/2/state", "valid");
    }

    @Test
    void areStoredAsTheyWere() {
        bank.as("ann", "POST", "/consents/a").send();
        bank.sandbank().clock().advance(Duration.ofDays(2));

        assertThat(bank.sandbank().resource("consents", "a").get("status")).isEqualTo("valid");
    }
}
