package dev.sandbank.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.testing.BuiltIn;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The built-in dialects have words for everything that the code can say. */
class BuiltInDialectsTest {

    /** The token server says these in the protocol's words, which are no bank's. */
    private static final Set<String> OF_THE_PROTOCOL = Set.of(
            DenialReason.INVALID_CLIENT,
            DenialReason.INVALID_REQUEST,
            DenialReason.INVALID_SCOPE,
            DenialReason.INVALID_GRANT,
            DenialReason.UNAUTHORIZED_CLIENT,
            DenialReason.UNSUPPORTED_GRANT_TYPE,
            DenialReason.TEMPORARILY_UNAVAILABLE);

    /** Banks that do not word it say that the token is unknown. */
    private static final String SAID_AS_UNKNOWN = DenialReason.TOKEN_AUDIENCE;

    @ParameterizedTest
    @EnumSource
    void haveAPhraseForEveryRefusalOfTheGates(BuiltIn built) throws IllegalAccessException {
        Set<String> phrases = dialect(built).refusals().keySet();

        for (Field constant : DenialReason.class.getFields()) {
            if (Modifier.isStatic(constant.getModifiers()) && !constant.isSynthetic()) {
                String key = (String) constant.get(null);
                boolean cannotHappen =
                        (key.startsWith("acting-") && dialect(built).impersonation() == null)
                                || key.equals(DenialReason.FAULT)
                                || key.equals(SAID_AS_UNKNOWN);
                boolean saidAsUnknownTokens = key.equals(DenialReason.TOKEN_AUDIENCE);
                if (!OF_THE_PROTOCOL.contains(key) && !cannotHappen && !saidAsUnknownTokens) {
                    assertThat(phrases).contains(key);
                }
            }
        }
        assertThat(phrases).contains("internal-error");
    }

    @ParameterizedTest
    @EnumSource
    void haveAPhraseForEveryRefusalThatAnOperationNames(BuiltIn built) {
        Dialect dialect = dialect(built);

        assertThat(dialect.operations().stream()
                        .map(Operation::resources)
                        .flatMap(rules -> rules.stream())
                        .flatMap((ResourceRule rule) -> Stream.of(
                                rule.wording().unknown(), rule.wording().denied())))
                .isSubsetOf(dialect.refusals().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void askOnlyForScopesThatTheyKnow(BuiltIn built) {
        Dialect dialect = dialect(built);

        assertThat(dialect.operations().stream().flatMap(operation -> operation.scopes().stream()))
                .isSubsetOf(dialect.allScopes());
    }

    @Test
    void knowAllFortyNineCoreScopes() {
        Map<String, String> actions = Map.ofEntries(
                Map.entry("users", "act-on-behalf-of create read delete"),
                Map.entry("users.metadata", "read write"),
                Map.entry("accounts", "read create update archive deposit-method use-test-helpers"),
                Map.entry("accounts.metadata", "read write"),
                Map.entry("transactions", "create read"),
                Map.entry("transactions.metadata", "read write"),
                Map.entry("transactions.requests-for-information", "read update"),
                Map.entry("external-accounts", "create read update delete"),
                Map.entry("external-accounts.metadata", "read write"),
                Map.entry("files", "create read"),
                Map.entry("files.metadata", "read write"),
                Map.entry("assets", "use-test-helpers"),
                Map.entry("capabilities", "read"),
                Map.entry("terms-of-service", "read accept"),
                Map.entry("portfolio", "read"),
                Map.entry("statements", "read"),
                Map.entry("webhooks", "management-link"),
                Map.entry("kyc", "read"));
        Set<String> expected = new TreeSet<>();
        actions.forEach((resource, verbs) ->
                Stream.of(verbs.split(" ")).forEach(verb -> expected.add("core." + resource + ":" + verb)));
        Stream.of(("profile address email phone identity proof-of-address customer-due-diligence enhanced-due-diligence"
                                + " crypto-risk-assessment self-categorization-statement tax-details")
                        .split(" "))
                .forEach(process -> expected.add("core.kyc." + process + ":update"));

        assertThat(expected).hasSize(49);
        assertThat(dialect(BuiltIn.UPHOLD).scopes().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void knowTheSixScopesOfTheBankingGuide() {
        assertThat(dialect(BuiltIn.APITURE).scopes().keySet())
                .containsExactlyInAnyOrder(
                        "profile/read",
                        "profile/write",
                        "banking/read",
                        "banking/write",
                        "moneyMovement/write",
                        "data/read");
    }

    private static Dialect dialect(BuiltIn built) {
        return Library.ofProcess().named(built.fixture()).definition().dialect();
    }
}
