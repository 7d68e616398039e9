package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Denial;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Operations about nothing but the call, about the one entry that there is, and about a part of the content. */
class PlainAnswersTest {

    private static final String DIALECT = """
            collections:
              terms: {visible: all}
              preferences: {visible: owned, owner: by}
              notes: {visible: owned, owner: by}
            operations:
              - {id: hello, method: GET, path: /hello, parameters: [{name: name, in: query, schema: {type: string}}],
                 work: {answer: {}}, reply: {headers: {Caller: "${subject}"}, body: {hello: "${parameter.name}", on: "${today}"}}}
              - {id: ping, method: POST, path: /ping, work: {answer: {}}}
              - {id: terms, method: GET, path: /terms, resources: [{in: single, collection: terms, where: {valid: true}}], work: {get: {}}}
              - &own {id: own, method: GET, path: /preferences, resources: [&single {in: single, collection: preferences, as: own}],
                 work: {get: {}}}
              - {id: change, method: PATCH, path: /preferences, resources: [*single], body: &json {mediaTypes: [application/json], schema: true},
                 work: {patch: {content: /data/attributes}}, reply: {body: "${entry}"}}
              - {id: first, method: PUT, path: /preferences, body: *json,
                 work: {create: {collection: preferences, id: "${subject}", content: /data, taken: taken, replaces: true}}}
              - {id: swap, method: POST, path: /preferences, resources: [*single], body: *json,
                 work: {replace: {content: /data}}, reply: {body: "${entry}"}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              taken: {status: 409, body: {id: "${id}"}}
            """;
    private static final String FIXTURE = """
            terms: [{id: t-1, valid: false}, {id: t-2, valid: true}]
            preferences: [{id: p-1, by: bob, language: en}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void answerWithFactsOfTheCall() {
        assertThat(bank.get("ann", "/hello?name=Ann"))
                .hasStatus(200)
                .hasHeader("Caller", "ann")
                .has("/hello", "Ann")
                .has("/on", "2031-03-03");
        assertThat(bank.as("ann", "POST", "/ping")).hasStatus(204);
    }

    @Test
    void findTheOneEntryThatFits() {
        assertThat(bank.get("ann", "/terms")).hasStatus(200).has("/id", "t-2");
    }

    @Test
    void findTheOneEntryOfTheCaller() {
        assertThat(bank.get("bob", "/preferences")).hasStatus(200).has("/language", "en");
        assertThat(bank.get("ann", "/preferences")).wasRefusedAt("resource", "resource-unknown");
    }

    @Test
    void makeAndReplaceTheOneEntryOfTheCaller() {
        assertThat(bank.as("ann", "PUT", "/preferences").json("{\"data\":{\"language\":\"fr\"},\"meta\":1}"))
                .hasStatus(201)
                .hasMembersOnly("", "id", "by", "language");
        assertThat(bank.as("ann", "PUT", "/preferences").json("{\"data\":{\"language\":\"de\"}}"))
                .hasStatus(200);
        assertThat(bank.get("ann", "/preferences")).has("/language", "de").has("/id", "ann");
    }

    @Test
    void haveADenialForAnEntryThatIsGone() {
        assertThat(bank.sandbank().denials("own")).extracting(Denial::name).anyMatch(name -> name.contains("own gone"));
    }

    @Test
    void takeAPartOfTheContent() {
        assertThat(bank.as("bob", "PATCH", "/preferences").json("{\"data\":{\"attributes\":{\"theme\":\"dark\"}}}"))
                .hasStatus(200)
                .hasMembersOnly("", "id", "by", "language", "theme");
        assertThat(bank.as("bob", "POST", "/preferences").json("{\"data\":{\"theme\":\"light\"}}"))
                .hasMembersOnly("", "id", "by", "theme");
    }

    @Test
    void refuseContentWithoutThatPart() {
        assertThat(bank.as("bob", "PATCH", "/preferences").json("{\"data\":{\"attributes\":5}}"))
                .hasStatus(400)
                .wasRefused("input-invalid");
        assertThat(bank.as("bob", "PATCH", "/preferences").json("{\"theme\":\"dark\"}"))
                .wasRefused("input-invalid");
        assertThat(bank.get("bob", "/preferences")).lacks("/theme");
    }
}
