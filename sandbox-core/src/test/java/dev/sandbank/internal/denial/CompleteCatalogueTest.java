package dev.sandbank.internal.denial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.model.operation.DenialRule;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.Rule;
import dev.sandbank.internal.model.operation.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a bank can answer a call of an operation is in that operation's catalogue, or named here with a reason. */
class CompleteCatalogueTest {

    private static final List<String> OF_TOKENS =
            List.of("token-missing", "token-malformed", "token-unknown", "token-expired", "token-revoked");
    private static final List<String> OF_CONTENT =
            List.of("body-malformed", "body-too-large", "media-type-unsupported", "input-invalid");
    private static final List<String> OF_ACTING =
            List.of("acting-malformed", "acting-subject-unknown", "acting-not-allowed", "scope-missing");

    /** What no operation answers. */
    private static final Map<String, String> OF_NO_OPERATION = Map.of(
            "route-unknown", "the path is no operation's",
            "method-not-allowed", "the method is no operation's",
            "request-malformed", "what cannot be read is no operation's",
            "uri-too-long", "what cannot be read is no operation's",
            "headers-too-large", "what cannot be read is no operation's",
            "internal-error", "there is no such thing on purpose",
            "other-status", "only faults say so",
            "default", "stands for all that has no phrase of its own",
            "entitlement-missing", "a bank may have none, or words of its own for each",
            "resource-unknown", "a bank may have words of its own for each");

    /** What one bank never answers, though it has words for it. */
    private static final Map<String, String> OF_NO_CALL = Map.of(
            "APITURE subject-not-allowed", "every operation serves everybody",
            "APITURE too-many-requests", "its limits are not known: only faults say so",
            "APITURE precondition-failed", "no operation names If-Match, though any call may bring it");

    /** What an operation's data names and no call of it can meet, by operation and phrase. */
    private static final Map<String, String> NEVER = Map.of(
            "core.get-terms-of-service resource-unknown", "its description names all terms",
            "core.accept-terms-of-service resource-unknown", "its description names all terms",
            "core.get-capability resource-unknown", "its description names all capabilities");

    /** The fixtures: of each bank the built-in one, and one for the settings that forbid more. */
    enum World {
        APITURE(
                "extends: apiture",
                "extends: apiture\nsettings: {challengeTransfers: [internal], idempotencyKeys: replay}"),
        UPHOLD(
                "extends: uphold",
                "extends: uphold\nsettings: {requestLimit: 9, production: true, mayChooseQuoteLifetime: false, disallowedEmailDomains: [blocked.example]}");

        @SuppressWarnings("ImmutableEnumChecker") // values that nobody changes, in a list that nobody can
        private final List<PreparedFixture> fixtures;

        @SuppressWarnings("ImmutableEnumChecker") // each is found out once, whoever asks first
        private final Map<String, Set<String>> phrases = new ConcurrentHashMap<>();

        World(String... fixtures) {
            this.fixtures = Stream.of(fixtures)
                    .map(text -> Library.ofProcess().text(name(), text))
                    .toList();
        }

        Dialect dialect() {
            return fixtures.get(0).definition().dialect().rehearsed();
        }

        /** The phrases of one operation's denials. */
        Set<String> phrases(String operation) {
            return phrases.computeIfAbsent(operation, this::found);
        }

        private Set<String> found(String operation) {
            Set<String> phrases = new TreeSet<>();
            for (PreparedFixture fixture : fixtures) {
                try (Catalogue catalogue = Catalogue.of(fixture)) {
                    catalogue
                            .of(operation)
                            .forEach(denial -> phrases.add(denial.answer().phrase()));
                }
            }
            return phrases;
        }
    }

    /** One operation of one bank. */
    record Case(World world, Operation operation) {
        @Override
        public String toString() {
            return operation.id();
        }
    }

    static Stream<Case> operations() {
        return Stream.of(World.values())
                .flatMap(world -> world.dialect().operations().stream()
                        .map(operation -> new Case(
                                world,
                                operation.withParameters(world.dialect().offer().parameters()))));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hasWhateverTheDataOfAnOperationCanRefuse(Case one) {
        Set<String> wanted =
                new TreeSet<>(of(one.operation(), one.world().dialect()).toList());
        wanted.removeAll(unarranged(one.operation()).toList());
        wanted.removeIf(phrase -> NEVER.containsKey(one.operation().id() + " " + phrase));

        assertThat(one.world().phrases(one.operation().id())).containsAll(wanted);
    }

    @ParameterizedTest
    @EnumSource
    void hasEveryPhraseOfTheBankSomewhere(World world) {
        Set<String> missing = new TreeSet<>(world.dialect().refusals().keySet());
        missing.removeAll(OF_NO_OPERATION.keySet());
        world.dialect().operations().forEach(operation -> unarranged(operation).forEach(missing::remove));
        missing.removeIf(phrase -> OF_NO_CALL.containsKey(world + " " + phrase));

        world.dialect().operations().forEach(operation -> missing.removeAll(world.phrases(operation.id())));

        assertThat(missing).isEmpty();
    }

    @Test
    void lacksWhatIsSaidToBeNever() {
        for (String never : NEVER.keySet()) {
            String[] words = never.split(" ", -1);

            assertThat(World.UPHOLD.phrases(words[0])).doesNotContain(words[1]);
        }
    }

    private static Stream<String> of(Operation operation, Dialect dialect) {
        return Stream.of(
                        OF_TOKENS.stream().filter(phrase -> !isForKeys(operation) || !phrase.equals("token-expired")),
                        operation.scopes().isEmpty() ? Stream.<String>empty() : Stream.of("scope-missing"),
                        dialect.impersonation() == null ? Stream.<String>empty() : OF_ACTING.stream(),
                        operation.subjects().isEmpty() ? Stream.<String>empty() : Stream.of("subject-not-allowed"),
                        blocked(operation, dialect),
                        operation.body() == null ? Stream.<String>empty() : OF_CONTENT.stream(),
                        operation.parameters().isEmpty() ? Stream.<String>empty() : Stream.of("input-invalid"),
                        operation.resources().stream().flatMap(CompleteCatalogueTest::of),
                        rules(operation),
                        operation.denials().stream()
                                .filter(rule -> rule.unarranged() == null)
                                .map(DenialRule::refuse))
                .flatMap(phrases -> phrases);
    }

    private static Stream<String> blocked(Operation operation, Dialect dialect) {
        boolean forClients = operation.subjects().equals(List.of("client"));
        Stream<StateRule> rules =
                Stream.concat(dialect.state(UserStatus.BLOCKED).stream(), dialect.states().values().stream());
        return rules.filter(rule -> !forClients && !isForKeys(operation) && rule.covers(operation.method()))
                .map(StateRule::refuse);
    }

    /** Whether keys of applications open it, which do not expire and are nobody's. */
    private static boolean isForKeys(Operation operation) {
        return operation.requirements().stream()
                .allMatch(way -> way.schemes().stream().anyMatch(SecurityScheme::isKey));
    }

    /** What the data itself says that nothing arranges, with its reason. */
    private static Stream<String> unarranged(Operation operation) {
        Set<String> arranged = operation.denials().stream()
                .filter(rule -> rule.unarranged() == null)
                .map(DenialRule::refuse)
                .collect(Collectors.toSet());
        return operation.denials().stream()
                .filter(rule -> rule.unarranged() != null)
                .map(DenialRule::refuse)
                .filter(phrase -> !arranged.contains(phrase));
    }

    /** The user whom a call is for was looked for before. */
    private static Stream<String> of(ResourceRule rule) {
        if (rule.in().equals("subject")) {
            return Stream.empty();
        }
        Stream<String> found = Stream.of(rule.wording().unknown());
        return rule.permission() == null
                ? found
                : Stream.concat(found, Stream.of(rule.wording().denied()));
    }

    private static Stream<String> rules(Operation operation) {
        Stream<Rule> ofContent = operation.body() == null ? Stream.empty() : operation.body().rules().stream();
        return Stream.concat(ofContent, operation.rules().stream()).map(Rule::refuse);
    }
}
