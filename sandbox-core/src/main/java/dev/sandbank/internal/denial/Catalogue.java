package dev.sandbank.internal.denial;

import dev.sandbank.ArrangedCall;
import dev.sandbank.Denial;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.ChoiceException;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Finds every denial of an operation under a fixture, gate by gate.
 *
 * <p>It looks for a call that is allowed. Each denial is that call with one change, and is listed only if a dry run
 * shows that the bank refuses it at the intended gate for the intended reason: the catalogue contains only real
 * answers.
 */
public final class Catalogue implements AutoCloseable {

    /** The candidates for each denial of a gate; the first one that is refused becomes the denial. */
    private record Source(GateName gate, Function<CatalogueContext, Stream<Stream<Candidate>>> candidates) {

        static Source each(GateName gate, Function<CatalogueContext, Stream<Candidate>> denials) {
            return new Source(gate, context -> denials.apply(context).map(Stream::of));
        }
    }

    private final RehearsalBank scratch;
    private final Baseline.Finder baselines;

    private Catalogue(RehearsalBank scratch) {
        this.scratch = scratch;
        this.baselines = new Baseline.Finder(scratch);
    }

    /** Makes the catalogue of a fixture, at its time. */
    public static Catalogue of(PreparedFixture prepared) {
        return new Catalogue(RehearsalBank.of(prepared, UnaryOperator.identity()));
    }

    /** Makes the catalogue of a fixture, at another time. */
    public static Catalogue of(PreparedFixture prepared, Instant moment) {
        return new Catalogue(RehearsalBank.of(prepared, own -> moment));
    }

    /**
     * Returns the denials of one operation, in the order of the gates; none if nobody can call it.
     *
     * @throws ChoiceException if there is no such operation
     */
    List<RehearsedDenial> of(String operation) {
        Operation known = scratch.dryRun().asks().operation(operation);
        return baselines.of(known).map(this::denials).orElse(List.of());
    }

    /**
     * Returns the denials of some gates.
     *
     * @param gates empty for all
     * @throws ChoiceException if there is no such operation or gate
     */
    public List<Denial> of(String operation, List<String> gates) {
        List<String> known = GateName.words();
        for (String gate : gates) {
            if (!known.contains(gate)) {
                throw new ChoiceException("there is no gate " + gate + DidYouMean.instead(gate, "one of these", known));
            }
        }
        return of(operation).stream()
                .filter(denial -> gates.isEmpty() || gates.contains(denial.gate()))
                .<Denial>map(denial -> denial)
                .toList();
    }

    /**
     * Returns the same under a sandbox's fixture, at its time; other changes in the sandbox since the start do not
     * count.
     */
    public static List<Denial> of(BankControl bank, String operation, List<String> gates) {
        try (Catalogue catalogue = of(bank.bank().prepared(), bank.clock().now())) {
            return catalogue.of(operation, gates);
        }
    }

    /** Arranges one of these denials in a sandbox. */
    public static ArrangedCall arrange(Denial denial, BankControl bank) {
        return ((RehearsedDenial) denial).arrange(bank);
    }

    private static Stream<Source> sources() {
        return Stream.of(
                Source.each(GateName.TOKEN, TokenMutations::itself),
                Source.each(GateName.LIMIT, TokenMutations::limit),
                Source.each(GateName.SCOPE, TokenMutations::scopes),
                new Source(GateName.ON_BEHALF_OF, CallerMutations::onBehalfOf),
                new Source(GateName.SUBJECT, CallerMutations::unfit),
                Source.each(GateName.BLOCKED, CallerMutations::states),
                new Source(GateName.INPUT, InputMutations::parameters),
                new Source(GateName.INPUT, InputMutations::content),
                new Source(GateName.INPUT, RuleMutations::ofContent),
                new Source(GateName.RESOURCE, ResourceMutations::found),
                Source.each(GateName.ENTITLEMENT, ResourceMutations::entitled),
                new Source(GateName.RULES, RuleMutations::ofOperation),
                Source.each(GateName.RULES, InputMutations::pages),
                Source.each(GateName.RULES, WorkMutations::taken));
    }

    private List<RehearsedDenial> denials(Baseline baseline) {
        List<Caller> callers = baselines.callers().toList();
        CatalogueContext context = CatalogueContext.of(scratch, baseline, callers);
        Baseline example = baselines.example(baseline);
        Stream<Stream<Candidate>> candidates = Stream.concat(
                sources()
                        .filter(source -> baseline.passes(source.gate()))
                        .flatMap(source -> source.candidates().apply(context)),
                DeclaredDenials.of(List.of(context, CatalogueContext.of(scratch, example, callers))));
        return distinct(
                candidates.flatMap(each -> context.firstRefused(each).stream()).toList());
    }

    /** Removes denials with the same name. */
    private static List<RehearsedDenial> distinct(List<RehearsedDenial> all) {
        Map<String, Integer> seen = new HashMap<>();
        List<RehearsedDenial> distinct = new ArrayList<>();
        for (RehearsedDenial denial : all) {
            int count = seen.merge(denial.name(), 1, Integer::sum);
            distinct.add(count == 1 ? denial : denial.named(denial.candidate().name() + " (" + count + ")"));
        }
        return List.copyOf(distinct);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
