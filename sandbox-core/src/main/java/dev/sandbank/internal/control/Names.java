package dev.sandbank.internal.control;

import dev.sandbank.DenialReason;
import dev.sandbank.SandbankNames;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.StandardPhrases;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.OwnNames;
import dev.sandbank.internal.model.oauth.OAuthCause;
import dev.sandbank.internal.model.operation.Expression;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Rule;
import dev.sandbank.internal.store.Directory;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names that some environments know now.
 *
 * @param environments the environments
 */
public record Names(Collection<Environment> environments) implements SandbankNames {

    /** Reasons without a phrase in dialects, besides the token server's causes: faults, groups of causes, logins and pages. */
    private static final List<String> OF_NO_BANK = List.of(
            DenialReason.FAULT,
            DenialReason.OAuth.INVALID_TOKEN,
            DenialReason.OAuth.LOGIN_FAILED,
            DenialReason.OAuth.LOGIN_FAILED_PASSWORD,
            DenialReason.OAuth.LOGIN_FAILED_USER,
            DenialReason.OAuth.LOGIN_FAILED_USERNAME,
            DenialReason.OAuth.PAGE_FORGED,
            DenialReason.OAuth.PAGE_FORGED_BROWSER,
            DenialReason.OAuth.PAGE_FORGED_INTERACTION_INVALID,
            DenialReason.OAuth.PAGE_FORGED_INTERACTION_MISSING,
            DenialReason.OAuth.PAGE_FORGED_SESSION);

    @Override
    public Set<String> all(Kind kind) {
        Set<String> names = new TreeSet<>();
        environments.stream().flatMap(environment -> in(environment, kind)).forEach(names::add);
        return Collections.unmodifiableSet(names);
    }

    @Override
    public Optional<String> doubt(Kind kind, String name) {
        return environments.stream().anyMatch(environment -> knows(environment, kind, name))
                ? Optional.empty()
                : Optional.of(
                        "there is no " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " \"" + name + '"'
                                + DidYouMean.hint(name, all(kind)));
    }

    /**
     * Refuses a name that is not known.
     *
     * @throws UnknownNameException if no environment knows it
     */
    public void require(Kind kind, String name) {
        doubt(kind, name).ifPresent(doubt -> {
            throw new UnknownNameException(doubt);
        });
    }

    /**
     * Refuses a reason that the bank has no phrase for.
     *
     * @throws UnknownNameException if it has none
     */
    void requirePhrase(String key) {
        Dialect dialect = environments.iterator().next().definition().dialect();
        Set<String> known = new TreeSet<>(dialect.refusals().keySet());
        if (known.remove(StandardPhrases.DEFAULT)) {
            known.addAll(StandardPhrases.all());
        }
        if (!known.contains(key)) {
            throw new UnknownNameException("the bank has no refusal \"" + key + '"' + DidYouMean.hint(key, known));
        }
    }

    /** @throws IllegalArgumentException if the token server has no endpoint of this name */
    void requireEndpoint(String name) {
        Set<String> known = environments.iterator().next().tokenServer().endpointNames();
        if (!known.contains(name)) {
            throw new IllegalArgumentException("only endpoints of the token server return OAuth errors, and \"" + name
                    + "\" is none" + DidYouMean.hint(name, known));
        }
    }

    /** Whether an environment knows a name. Does not read all clients or users to find one. */
    private static boolean knows(Environment environment, Kind kind, String name) {
        Directory directory = new Directory(environment.store());
        return switch (kind) {
            case CLIENT -> directory.client(name).isPresent();
            case USER -> directory.user(name).isPresent();
            default -> in(environment, kind).anyMatch(name::equals);
        };
    }

    private static Stream<String> in(Environment environment, Kind kind) {
        Dialect dialect = environment.definition().dialect();
        return switch (kind) {
            case OPERATION ->
                Stream.concat(
                        dialect.operations().stream().map(Operation::id),
                        environment.tokenServer().endpointNames().stream());
            case CLIENT -> ids(environment, Directory.CLIENTS);
            case USER -> ids(environment, Directory.USERS);
            case SCOPE -> dialect.allScopes().stream();
            case DENIAL_REASON -> refusals(dialect);
        };
    }

    private static Stream<String> ids(Environment environment, String collection) {
        return environment.store().entries().all(collection).stream().map(Entry::id);
    }

    private static Stream<String> refusals(Dialect dialect) {
        Stream<String> standard = Stream.of(
                        StandardPhrases.all().stream(), OF_NO_BANK.stream(), OAuthCause.names().stream())
                .flatMap(names -> names);
        return Stream.of(standard, phrases(dialect), rules(dialect), renamed(dialect))
                .flatMap(names -> names);
    }

    /** Returns the keys of phrases, without those that only word errors of the token server: no call is refused under their names. */
    private static Stream<String> phrases(Dialect dialect) {
        return dialect.refusals().keySet().stream()
                .filter(key -> !key.equals(StandardPhrases.DEFAULT))
                .filter(key -> !dialect.tokens().errors().containsValue(key));
    }

    private static Stream<String> rules(Dialect dialect) {
        return dialect.operations().stream()
                .flatMap(operation -> operation.rules().stream())
                .map(Rule::refuse)
                .filter(key -> Expression.in(key).isEmpty());
    }

    /** Returns the bank's own names for standard reasons, alone and after those. */
    private static Stream<String> renamed(Dialect dialect) {
        Stream<String> states = Stream.concat(Stream.of(dialect.blocked()), dialect.states().values().stream())
                .map(rule -> OwnNames.named(DenialReason.SUBJECT_BLOCKED, rule.refuse()));
        Stream<String> resources = dialect.operations().stream()
                .flatMap(operation -> operation.resources().stream())
                .flatMap(rule -> Stream.of(
                        OwnNames.named(
                                DenialReason.RESOURCE_UNKNOWN, rule.wording().unknown()),
                        OwnNames.named(
                                DenialReason.RESOURCE_UNKNOWN, rule.wording().hidden()),
                        OwnNames.named(
                                DenialReason.ENTITLEMENT_MISSING, rule.wording().denied())));
        return Stream.concat(states, resources).flatMap(name -> Stream.of(name, OwnNames.own(name)));
    }
}
