package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.DenialReason;
import dev.sandbank.internal.bank.BankDefinition;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.denial.Scenario.Credential;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.store.Directory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known for finding the denials of one operation: a good call and its facts.
 *
 * @param scratch a bank with only the fixture in it, for rehearsals
 * @param baseline a call that is allowed, or comes as far as any
 * @param reached what the gates found out about it
 * @param callers the other possible callers
 */
record CatalogueContext(RehearsalBank scratch, Baseline baseline, Call reached, List<Caller> callers) {

    static CatalogueContext of(RehearsalBank scratch, Baseline baseline, List<Caller> callers) {
        Environment environment = scratch.environment();
        Scenario honest = new Scenario(List.of(), Credential.of(baseline.caller()), baseline.call(), baseline.call());
        Call reached = environment
                .store()
                .rehearse(
                        () -> environment.reached(honest.arrange(scratch).call().toRequest("")));
        return new CatalogueContext(scratch, baseline, reached, callers);
    }

    /**
     * A possible denial of the baseline.
     *
     * @param gate the gate that should refuse it
     * @param name the error, in words
     * @param reason the expected reason, or its group
     * @param byState whether it comes from the sandbox's state, while the call itself is good
     * @param scenario how to arrange it
     */
    record Candidate(GateName gate, String name, String reason, boolean byState, Scenario scenario) {

        Candidate named(String other) {
            return new Candidate(gate, other, reason, byState, scenario);
        }
    }

    /** Returns the first candidate that the expected gate refuses for the expected reason. */
    Optional<RehearsedDenial> firstRefused(Stream<Candidate> candidates) {
        return candidates.flatMap(candidate -> refused(candidate).stream()).findFirst();
    }

    private Optional<RehearsedDenial> refused(Candidate candidate) {
        Answer answer = scratch.answer(candidate.scenario()::arrange);
        return answer.gate().equals(candidate.gate().word()) && DenialReason.covers(candidate.reason(), answer.reason())
                ? Optional.of(new RehearsedDenial(operation().id(), candidate, answer, told()))
                : Optional.empty();
    }

    private RehearsedDenial.Told told() {
        return new RehearsedDenial.Told(scratch.bankName(), scratch.clock().now());
    }

    BankDefinition definition() {
        return scratch.environment().definition();
    }

    Dialect dialect() {
        return scratch.dialect();
    }

    Settings settings() {
        return scratch.environment().settings();
    }

    Operation operation() {
        return baseline.call().operation();
    }

    Caller caller() {
        return baseline.caller();
    }

    CallTemplate call() {
        return baseline.call();
    }

    /** Returns the facts of the baseline for rules and templates. */
    Facts facts() {
        return scratch.environment().facts(reached);
    }

    /** Returns the resources that the baseline names, the first for each rule. */
    List<Resource> resources() {
        return List.copyOf(reached.resources().stream()
                .collect(Collectors.toMap(
                        Resource::rule, Function.identity(), (first, next) -> first, LinkedHashMap::new))
                .values());
    }

    /** Returns the user that the call is made for, or null. */
    @Nullable
    Entry user() {
        return caller().userId().flatMap(this::user).orElse(null);
    }

    Optional<Entry> user(String id) {
        return scratch.environment().store().entries().find(Directory.USERS, id);
    }

    List<Entry> all(String collection) {
        return scratch.environment().store().entries().all(collection);
    }

    /** Returns values that this member has in entries of the same kind, and one that none has. */
    Stream<JsonNode> valuesOf(Entry entry, List<String> member) {
        Stream<JsonNode> others = all(entry.collection()).stream()
                .map(other -> Trees.get(other.document(), member))
                .filter(Objects::nonNull)
                .distinct();
        return Stream.concat(others, Stream.of(TextNode.valueOf("another")));
    }

    Credential credential() {
        return Credential.of(caller());
    }

    /** Returns the baseline, with no changes before it. */
    Scenario scenario() {
        return new Scenario(List.of(), credential(), call(), call());
    }
}
