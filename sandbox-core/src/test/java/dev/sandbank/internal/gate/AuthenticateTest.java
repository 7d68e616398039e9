package dev.sandbank.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal.TokenRefused;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.TokenFault;
import dev.sandbank.internal.model.operation.Route;
import dev.sandbank.internal.model.operation.SecurityRequirement;
import dev.sandbank.internal.model.operation.SecurityScheme;
import dev.sandbank.internal.text.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The credentials of a call: a bearer token, an API key in a header {@code Key}, or an id and a secret. */
class AuthenticateTest {

    private static final SecurityScheme KEY = scheme("apiKey", null, "header", "Key", null);
    private static final SecurityScheme BASIC = scheme("http", "basic", null, null, "Basic realm=\"x\"");
    private static final SecurityScheme BEARER = SecurityScheme.BEARER;

    /** What credentials are worth at this bank: their names say it. */
    private static final class Grants implements Authenticate.Holders {

        @Override
        public Optional<Grant> ofToken(String token) {
            return switch (token) {
                case "good", "old", "away", "ended" -> Optional.of(grant(token, null, false));
                case "of-ann" -> Optional.of(grant("good", "ann", false));
                case "revoked" -> Optional.of(grant(token, null, true));
                case "expired" ->
                    Optional.of(Grant.fresh(
                            "app", null, null, Scopes.NONE, Calls.NOW.minusSeconds(60), Duration.ofSeconds(60)));
                default -> Optional.empty();
            };
        }

        private static Grant grant(String name, @Nullable String user, boolean revoked) {
            Scopes scopes = Scopes.of(List.of(name));
            return Grant.lasting(name.equals("old") ? "other" : "app", user, scopes, Calls.NOW, revoked);
        }

        @Override
        public Optional<Grant> ofKey(String key) {
            return switch (key) {
                case "k1", "ended" -> Optional.of(Calls.ofClient("app", key));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Grant> ofPair(String id, String secret) {
            return secret.equals("s:1") ? Optional.of(Calls.ofClient(id, "by-secret")) : Optional.empty();
        }

        @Override
        public Optional<String> audience(Grant grant) {
            return grant.scopes().contains("away") ? Optional.of("It is for another API") : Optional.empty();
        }

        @Override
        public Optional<String> ended(Grant grant) {
            return grant.scopes().contains("ended") ? Optional.of("The consent has ended") : Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization: Bearer good            | token of client app
            Authorization: bearer   good          | token of client app
            Authorization: Bearer of-ann          | token of client app for user ann
            Authorization: Bearer old             | token of client other
            """)
    void mayBeOneGoodToken(String header, String saw) {
        assertThat(examine(List.of(way(BEARER)), header).saw()).isEqualTo(saw);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Other: x                                                 | MISSING |
            Authorization: Basic good                                | MALFORMED |
            Authorization: Bearer                                    | MALFORMED |
            Authorization: Bearer good,                              | MALFORMED |
            Authorization: Bearer good;Authorization: Bearer good    | MALFORMED |
            Authorization:                                           | MALFORMED |
            Authorization: Bearer stranger                           | UNKNOWN |
            Authorization: Bearer revoked                            | REVOKED | app
            Authorization: Bearer expired                            | EXPIRED | app
            """)
    void areRefusedForWhatIsWrongWithAToken(String headers, TokenFault fault, @Nullable String client) {
        assertThat(examine(List.of(way(BEARER)), headers.split(";", -1)))
                .isEqualTo(Verdict.refuse(new TokenRefused(fault, fault.detail(), null, client)));
    }

    @Test
    void areRefusedIfTheirConsentHasEndedOrTheyAreForAnotherApi() {
        assertThat(examine(List.of(way(BEARER)), "Authorization: Bearer ended"))
                .isEqualTo(Verdict.refuse(new TokenRefused(TokenFault.REVOKED, "The consent has ended", null, "app")));
        assertThat(examine(List.of(way(BEARER)), "Authorization: Bearer away"))
                .isEqualTo(Verdict.refuse(new TokenRefused(TokenFault.AUDIENCE, "It is for another API", null, "app")));
        assertThat(examine(List.of(way(KEY)), "Key: ended").saw()).isEqualTo("The consent has ended");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Other: x       | MISSING
            Key:           | MALFORMED
            Key: k1;Key: x | MALFORMED
            Key: k2        | UNKNOWN
            """)
    void areRefusedInWordsForKeysIfOnlyKeysAreAskedFor(String headers, TokenFault fault) {
        String[] sent = headers.split(";", -1);

        assertThat(examine(List.of(way(KEY)), sent).saw()).isEqualTo(fault.detailOfKey());
        assertThat(examine(List.of(way(KEY), way(BEARER)), sent).saw()).isEqualTo(fault.detail());
    }

    @Test
    void areRefusedWithTheChallengeOfTheFirstSchemeThatHasOne() {
        assertThat(Calls.refusal(examine(List.of(way(KEY), way(BASIC)), "Other: x")))
                .isEqualTo(new TokenRefused(
                        TokenFault.MISSING, TokenFault.MISSING.detailOfKey(), "Basic realm=\"x\"", null));
    }

    @Test
    void mayBeAKey() {
        assertThat(examine(List.of(way(KEY)), "Key: k1").saw()).isEqualTo("key of client app");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            app:s:1     | secret of client app
            app:wrong   | No client has this id and secret
            no-colon    | The request does not carry the id and secret of exactly one client
            """)
    void mayBeAnIdAndASecret(String pair, String saw) {
        String sent = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

        assertThat(examine(List.of(way(BASIC)), "Authorization: Basic " + sent).saw())
                .isEqualTo(saw);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Key: k1;Authorization: Bearer good    | token and key of client app
            Key: k1;Authorization: Bearer of-ann  | token and key of client app for user ann
            """)
    void mayBeSeveralOfOneClient(String headers, String saw) {
        Verdict<Call> verdict = examine(List.of(way(KEY, BEARER)), headers.split(";", -1));

        assertThat(verdict.saw()).isEqualTo(saw);
        assertThat(Calls.passed(verdict).grant().scopes()).isEqualTo(Scopes.parse("good"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Key: k1;Authorization: Bearer old     | UNKNOWN   |
            Key: k2;Authorization: Bearer good    | UNKNOWN   |
            Key: k1;Authorization: Bearer revoked | REVOKED   | app
            Key: k1                               | MISSING   |
            Authorization: Bearer good            | MALFORMED |
            """)
    void areAllNeededWhereSeveralAre(String headers, TokenFault fault, @Nullable String client) {
        assertThat(Calls.refusal(examine(List.of(way(KEY, BEARER)), headers.split(";", -1))))
                .isEqualTo(new TokenRefused(fault, fault.detail(), null, client));
    }

    @Test
    void areJudgedByTheFirstAlternativeThatIsSentWhole() {
        List<SecurityRequirement> ways = List.of(way(BEARER), way(KEY));

        assertThat(examine(ways, "Key: k1").saw()).isEqualTo("key of client app");
        assertThat(examine(ways, "Key: k1", "Authorization: Bearer stranger").passed())
                .isFalse();
    }

    @Test
    void bringTheScopesOfTheirAlternatives() {
        List<SecurityRequirement> ways = List.of(
                new SecurityRequirement(List.of(BEARER), List.of("a")),
                new SecurityRequirement(List.of(KEY), List.of("b")),
                new SecurityRequirement(List.of(BEARER), List.of("c")));

        assertThat(Calls.passed(examine(ways, "Authorization: Bearer good")).scopesOfCredential())
                .containsExactly(Scopes.parse("a"), Scopes.parse("c"));
    }

    @Test
    void areNotNeededWhereAnybodyMayCall() {
        List<SecurityRequirement> ways = List.of(way(), way(BEARER));
        Verdict<Call> verdict = examine(ways, "Other: x");

        assertThat(verdict.saw()).isEqualTo("no credential needed");
        assertThat(Calls.passed(verdict).grant()).isEqualTo(Grant.ofNobody(Calls.NOW));
        assertThat(examine(ways, "Authorization: Bearer good").saw()).isEqualTo("token of client app");
        assertThat(examine(ways, "Authorization: Other good").passed()).isFalse();
    }

    @Test
    void areThoseOfTheBankWhereNoOperationAnswers() {
        Call call = Calls.to(new Route.Unknown(), List.of(Map.entry("Key", "k1")), List.of());

        assertThat(new Authenticate(new Grants(), () -> Calls.NOW, List.of(way(KEY)))
                        .examine(call)
                        .saw())
                .isEqualTo("key of client app");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization: Bearer abc                             | abc
            Authorization: bEARER  a-b._~+/=                      | a-b._~+/=
            Authorization: Basic abc                              |
            Authorization: Bearer a b                             |
            Authorization: Bearer abc;Authorization: Bearer abc   |
            Other: Bearer abc                                     |
            """)
    void areABearerTokenInOneField(String headers, @Nullable String token) {
        Fields fields = Fields.headers();
        headers(headers.split(";", -1)).forEach(field -> fields.add(field.getKey(), field.getValue()));

        assertThat(Bearer.in(fields).orElse(null)).isEqualTo(token);
        assertThat(Bearer.isSent(fields)).isEqualTo(headers.startsWith("Authorization"));
    }

    private static Verdict<Call> examine(List<SecurityRequirement> ways, String... headers) {
        Call call = Calls.to(new Route.Found(Calls.secured(ways), Map.of()), headers(headers), List.of());
        return new Authenticate(new Grants(), () -> Calls.NOW, List.of()).examine(call);
    }

    private static List<Map.Entry<String, String>> headers(String... lines) {
        return Stream.of(lines)
                .map(line -> line.split(": ?", 2))
                .map(line -> Map.entry(line[0], line[1]))
                .toList();
    }

    private static SecurityRequirement way(SecurityScheme... schemes) {
        return new SecurityRequirement(List.of(schemes), List.of());
    }

    private static SecurityScheme scheme(
            String type,
            @Nullable String scheme,
            @Nullable String in,
            @Nullable String name,
            @Nullable String challenge) {
        return new SecurityScheme(type, scheme, in, name, null, challenge, null, null);
    }
}
