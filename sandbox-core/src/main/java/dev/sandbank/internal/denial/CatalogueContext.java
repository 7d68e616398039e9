package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
 * What the denials of one operation are found from: a call that goes well, and what is known of it.
 *
 * @param scratch a bank with nothing but the fixture in it, to rehearse in
 * @param baseline a call that goes well, or as well as any
 * @param reached what the gates found out about it
 * @param callers who else could call
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
     * One way in which the baseline might be refused.
     *
     * @param gate the gate that is to refuse it
     * @param name what is wrong with it, in words
     * @param reason why it is to be refused
     * @param byState whether a call is refused so though there is nothing wrong with how it is made
     * @param scenario how it is brought about
     */
    record Candidate(GateName gate, String name, String reason, boolean byState, Scenario scenario) {

        Candidate named(String other) {
            return new Candidate(gate, other, reason, byState, scenario);
        }
    }

    /** The first candidate that is refused where it is to be, for the reason that it is to be. */
    Optional<RehearsedDenial> firstRefused(Stream<Candidate> candidates) {
        return candidates.flatMap(candidate -> refused(candidate).stream()).findFirst();
    }

    private Optional<RehearsedDenial> refused(Candidate candidate) {
        Answer answer = scratch.answer(candidate.scenario()::arrange);
        return answer.gate().equals(candidate.gate().word()) && answer.reason().equals(candidate.reason())
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

    /** What rules and templates may name of the baseline. */
    Facts facts() {
        return scratch.environment().facts(reached);
    }

    /** What the baseline names, each rule's first. */
    List<Resource> resources() {
        return List.copyOf(reached.resources().stream()
                .collect(Collectors.toMap(
                        Resource::rule, Function.identity(), (first, next) -> first, LinkedHashMap::new))
                .values());
    }

    /** The user that the call is made for, or null. */
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

    /** What entries of the same kind have there, and what none has. */
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

    /** The baseline, with nothing done before. */
    Scenario scenario() {
        return new Scenario(List.of(), credential(), call(), call());
    }
}
