package dev.sandbank.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.anybank.TinyBank;
import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.InputInvalid;
import dev.sandbank.internal.model.Refusal.RuleBroken;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.TokenFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a bank words its refusals. */
class PhrasebookTest {

    private static final String ENVELOPE =
            "envelope: {contentType: application/problem+json, body: {code: \"${reason}\", id: \"${id}\"}}\n";
    private static final Phrasebook USUAL = new Phrasebook(TinyBank.dialect(""));
    private static final Phrasebook OWN = new Phrasebook(TinyBank.dialect(ENVELOPE + """
            refusals:
              default:
                body: {text: "${detail}"}
              closed: {status: 409, headers: {X-Why: "${why}", X-Id: "${id}"}, body: {code: shut, text: "${detail}"}}
              other-status: {status: 503, body: {}}
              busy: {status: 503, body: {}}
            """));

    @Test
    void saysARefusalInTheWordsOfItsPhrase() {
        Reply said = OWN.say(new RuleBroken("closed", "The account is closed", Map.of("why", "too late")), Map.of());

        assertThat(said.status()).isEqualTo(409);
        assertThat(said.contentType()).contains("application/problem+json");
        assertThat(said.body()).isEqualTo("{\"code\":\"shut\",\"text\":\"The account is closed\"}");
        assertThat(said.headers()).containsEntry("X-Why", "too late").doesNotContainKey("X-Id");
    }

    @Test
    void knowsTheNameOfEachStatus() {
        Phrasebook named =
                new Phrasebook(TinyBank.dialect("refusals: {default: {body: {title: \"${status-phrase}\"}}}"));

        assertThat(named.say(new RuleBroken("resource-unknown", "", Map.of()), Map.of())
                        .body())
                .isEqualTo("{\"title\":\"Not Found\"}");
        assertThat(named.say(new RuleBroken("resource-unknown", "", Map.of("status", 410)), Map.of())
                        .body())
                .isEqualTo("{\"title\":\"Gone\"}");
    }

    @Test
    void addsTheMembersThatAllRefusalsShare() {
        Reply said = OWN.say(new RuleBroken("resource-unknown", "No such thing", Map.of()), Map.of("id", "7"));

        assertThat(said.body()).isEqualTo("{\"text\":\"No such thing\",\"code\":\"resource-unknown\",\"id\":\"7\"}");
    }

    @Test
    void takesTheStatusFromTheRefusalIfItHasOne() {
        assertThat(OWN.say(new RuleBroken("closed", "", Map.of("status", 418)), Map.of("status", 500))
                        .status())
                .isEqualTo(418);
        assertThat(OWN.say(new RuleBroken("closed", "", Map.of()), Map.of("status", 500))
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            causes: {errors: "${detail}"}                | 1 | {"text":"no"}
            causes: {errors: "${detail}"}                | 2 | {"text":"no","errors":["bad 1","bad 2"]}
            causes: {errors: "${detail}"}, causesFrom: 1 | 1 | {"text":"no","errors":["bad 1"]}
            causes: {errors: "${detail}"}, causesFrom: 3 | 2 | {"text":"no"}
            causes: {text: "${detail}"}                  | 2 | {"text":["bad 1","bad 2"]}
            causes: {/a/b: "${detail}"}                  | 2 | {"text":"no","a":{"b":["bad 1","bad 2"]}}
            causes: {e: ["${pointer}", "${rule}", "${number}", "${context}"]} | 2 | {"text":"no","e":[["/m1","type",1,"body"],["/m2","type",2,"body"]]}
            """)
    void listsErrorsWhereItWantsThemIfThereAreEnough(String causes, int errors, String body) {
        Phrasebook words = new Phrasebook(TinyBank.dialect(
                "refusals: {default: {body: {}}, input-invalid: {status: 422, body: {text: no}, " + causes + "}}\n"));

        assertThat(words.say(invalid(errors), Map.of()).body()).isEqualTo(body);
    }

    @Test
    void listsErrorsBesidesTheMembersOfAnObject() {
        Phrasebook words = new Phrasebook(TinyBank.dialect(
                "refusals: {default: {status: 400, body: {a: {c: 1}}, causes: {/a/b: \"${detail}\"}}}\n"));

        assertThat(words.say(invalid(2), Map.of()).body()).isEqualTo("{\"a\":{\"c\":1,\"b\":[\"bad 1\",\"bad 2\"]}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            token-missing      | 401 | WWW-Authenticate | Bearer realm="tiny"
            scope-missing      | 403 | WWW-Authenticate | Bearer realm="tiny"
            method-not-allowed | 405 | Allow            | GET
            too-many-requests  | 429 | Retry-After      | 9
            """)
    void sendsTheHeadersThatHttpWantsForIt(String key, int status, String header, String value) {
        Reply said = USUAL.say(new RuleBroken(key, "", Map.of()), Map.of("allow", "GET", "retry-after", 9));

        assertThat(said.status()).isEqualTo(status);
        assertThat(said.headers()).containsEntry(header, value);
    }

    @Test
    void challengesWithTheErrorAndTheMissingScope() {
        assertThat(USUAL.say(new Refusal.TokenRefused(TokenFault.EXPIRED), Map.of())
                        .headers())
                .containsEntry(
                        "WWW-Authenticate",
                        "Bearer realm=\"tiny\", error=\"invalid_token\", error_description=\"The bearer token has expired\"");
        Refusal missing = new Refusal.ScopeMissing(Scopes.parse("read write"), false, Scopes.NONE);
        assertThat(USUAL.say(missing, Map.of()).headers())
                .containsEntry(
                        "WWW-Authenticate",
                        "Bearer realm=\"tiny\", error=\"insufficient_scope\", scope=\"read write\"");
    }

    @Test
    void sendsNoSuchHeadersOtherwise() {
        assertThat(USUAL.say(new RuleBroken("resource-unknown", "", Map.of()), Map.of())
                        .headers())
                .containsOnlyKeys("Content-Type");
    }

    @Test
    void usesTheStatusAndTheHeadersOfItsDefaultPhraseForAllOthers() {
        Phrasebook teapot = new Phrasebook(
                TinyBank.dialect("refusals: {default: {status: 418, headers: {X-Why: \"${reason}\"}, body: {}}}\n"));
        Reply said = teapot.say(new RuleBroken("token-missing", "", Map.of()), Map.of());

        assertThat(said.status()).isEqualTo(418);
        assertThat(said.headers()).containsEntry("X-Why", "token-missing").doesNotContainKey("WWW-Authenticate");
    }

    @Test
    void saysATokenForAnotherApiLikeAnUnknownOneUnlessItHasAPhrase() {
        Phrasebook words = new Phrasebook(
                TinyBank.dialect("refusals: {default: {body: {}}, token-unknown: {status: 498, body: {}}}\n"));

        assertThat(words.say(new Refusal.TokenRefused(TokenFault.AUDIENCE), Map.of())
                        .status())
                .isEqualTo(498);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            closed           | true  | true
            resource-unknown | true  | true
            default          | true  | false
            anything         | true  | false
            """)
    void knowsItsOwnRefusalsAndTheStandardOnes(String key, boolean has, boolean knows) {
        assertThat(OWN.has(key)).isEqualTo(has);
        assertThat(OWN.knows(key)).isEqualTo(knows);
    }

    @Test
    void hasNothingToSayAboutAnUnknownRefusalWithoutADefault() {
        Phrasebook words = new Phrasebook(new FixtureLibrary().read("uphold").dialect());

        assertThat(words.has("internal-error")).isTrue();
        assertThat(words.has("anything")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | token-unknown
            404 | route-unknown
            409 | closed
            400 | input-invalid
            503 | busy
            418 | other-status
            """)
    void findsARefusalForAStatusThatATestAsksFor(int status, String key) {
        assertThat(OWN.keyFor(status)).isEqualTo(key);
    }

    @Test
    void takesAnInternalErrorForAStatusThatItDoesNotSay() {
        assertThat(USUAL.keyFor(418)).isEqualTo("internal-error");
    }

    @Test
    void fillsHeadersForEveryReplyAsFarAsTheirFactsAreKnown() {
        assertThat(USUAL.headers(Map.of("X-A", "a ${one}", "X-B", "${two}"), Map.of("one", 1)))
                .isEqualTo(Map.of("X-A", "a 1"));
    }

    @Test
    void namesTheFactsOfOneKindOnce() {
        assertThat(Phrasebook.named(
                        Set.of("${parameter.a} ${setting.x}", "${parameter.a else parameter.b}"), "parameter."))
                .containsExactlyInAnyOrder("a", "b");
    }

    private static Refusal invalid(int errors) {
        List<Violation> violations = IntStream.rangeClosed(1, errors)
                .mapToObj(number -> new Violation("m" + number, "type", Map.of(), "bad " + number, "/m" + number))
                .toList();
        return new InputInvalid("body", violations);
    }
}
