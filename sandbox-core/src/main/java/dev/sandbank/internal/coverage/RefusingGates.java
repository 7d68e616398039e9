package dev.sandbank.internal.coverage;

import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.bank.PreparedFixture.EnvironmentSeed;
import dev.sandbank.internal.dialect.Api;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.input.ReadInput;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.Rule;
import dev.sandbank.internal.model.operation.SecurityScheme;
import dev.sandbank.internal.model.operation.WorkRule;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which gates can refuse an operation under a fixture, as the dialect declares it: nothing is rehearsed.
 *
 * @param dialect with the data of its denial catalogue, which says what a bank's Java refuses
 * @param input its schemas
 * @param settings those of each environment
 */
record RefusingGates(Dialect dialect, ReadInput input, List<Settings> settings) {

    private static final String CLIENT = "client";
    private static final String USER = "user";

    static RefusingGates of(PreparedFixture fixture) {
        return new RefusingGates(
                fixture.definition().dialect().rehearsed(),
                fixture.definition().readInput(),
                fixture.realms().values().stream()
                        .map(EnvironmentSeed::settings)
                        .toList());
    }

    /** Returns the gates by operation. */
    static Map<String, List<GateName>> all(PreparedFixture fixture) {
        RefusingGates refusing = of(fixture);
        Map<String, List<GateName>> all = new LinkedHashMap<>();
        refusing.operations().forEach(operation -> all.put(operation.id(), refusing.gates(operation)));
        return Collections.unmodifiableMap(all);
    }

    List<GateName> gates(Operation operation) {
        return Stream.of(GateName.values())
                .filter(gate -> includes(gate, operation))
                .toList();
    }

    List<Operation> operations() {
        return dialect.operations().stream()
                .map(operation -> operation.withParameters(dialect.offer().parameters()))
                .toList();
    }

    private boolean includes(GateName gate, Operation operation) {
        return declares(gate, operation)
                || switch (gate) {
                    case TOKEN -> needsCredential(operation);
                    case LIMIT -> isLimited() && needsCredential(operation);
                    case ROUTE -> false;
                    case SCOPE -> needsScope(operation);
                    case ON_BEHALF_OF -> dialect.impersonation() != null && needsCredential(operation);
                    case SUBJECT ->
                        !operation.subjects().isEmpty()
                                && (takesTokens(operation)
                                        || !operation.subjects().contains(CLIENT));
                    case BLOCKED -> isForUsers(operation) && states().anyMatch(rule -> rule.covers(operation.method()));
                    case INPUT -> readsInput(operation);
                    case RESOURCE -> operation.resources().stream().anyMatch(rule -> canBeMissing(rule, operation));
                    case ENTITLEMENT ->
                        isForUsers(operation)
                                && operation.resources().stream().anyMatch(rule -> rule.permission() != null);
                    case RULES -> rules(operation, false).findAny().isPresent() || isRefusedByItsWork(operation);
                };
    }

    /** Whether the data of the catalogue has a denial at this gate that can be arranged. */
    private boolean declares(GateName gate, Operation operation) {
        return operation.denials().stream()
                .anyMatch(rule -> rule.at() == gate
                        && rule.unarranged() == null
                        && settings.stream().map(Settings::values).anyMatch(rule::holds));
    }

    private static boolean needsCredential(Operation operation) {
        return operation.requirements().stream().anyMatch(way -> !way.schemes().isEmpty());
    }

    private boolean isLimited() {
        Api.Limit limit = dialect.api().limit();
        return limit != null && settings.stream().anyMatch(set -> set.number(limit.requests()) > 0);
    }

    private static boolean needsScope(Operation operation) {
        return !operation.scopes().isEmpty()
                || !operation.anyScope().isEmpty()
                || operation.requirements().stream()
                        .anyMatch(way -> !way.scopes().isEmpty());
    }

    /** Whether a call can be made for a user. */
    private static boolean isForUsers(Operation operation) {
        boolean serves = operation.subjects().isEmpty()
                || operation.subjects().stream().anyMatch(subject -> subject.split(":", 2)[0].equals(USER));
        return serves && takesTokens(operation);
    }

    /** Whether a token can open it: any other credential stands for its client. */
    private static boolean takesTokens(Operation operation) {
        return operation.requirements().stream()
                .flatMap(way -> way.schemes().stream())
                .anyMatch(SecurityScheme::isToken);
    }

    private Stream<StateRule> states() {
        return Stream.concat(dialect.state(UserStatus.BLOCKED).stream(), dialect.states().values().stream());
    }

    private boolean readsInput(Operation operation) {
        return operation.body() != null
                || rules(operation, true).findAny().isPresent()
                || operation.parameters().stream()
                        .anyMatch(parameter ->
                                (parameter.required() && !parameter.in().equals("path"))
                                        || input.badValues(parameter).findAny().isPresent());
    }

    private static Stream<Rule> rules(Operation operation, boolean early) {
        return operation.rules().stream().filter(rule -> rule.isEarly() == early);
    }

    /** Whether a call can name an entry that is not there: not if it is its user, who was found before, or if its parameter lists them all. */
    private boolean canBeMissing(ResourceRule rule, Operation operation) {
        return !rule.in().equals("subject")
                && operation.parameters().stream()
                        .filter(parameter -> rule.where().isEmpty()
                                && parameter.in().equals(rule.in())
                                && parameter.name().equals(rule.name()))
                        .noneMatch(input::isEnumerated);
    }

    private static boolean isRefusedByItsWork(Operation operation) {
        Optional<WorkRule> work = Optional.ofNullable(operation.work());
        return work.map(WorkRule::list)
                        .map(WorkRule.ListRule::pages)
                        .filter(PageRule::hasCursor)
                        .isPresent()
                || work.map(WorkRule::create).map(WorkRule.CreateRule::taken).isPresent();
    }
}
