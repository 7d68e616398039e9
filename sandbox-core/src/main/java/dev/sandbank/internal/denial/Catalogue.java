package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.ChoiceException;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.store.Directory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Every way in which an operation can be refused under a fixture, gate by gate.
 *
 * <p>What a bank is to answer is worked out from its dialect, not asked of it: so this can disagree with the server, and a
 * test that compares the two can fail. All that is tried out is which call goes well; every denial is that call with one
 * thing changed.
 */
public final class Catalogue implements AutoCloseable {

    private record Source(GateName gate, Function<Basis, Stream<Denial>> denials) {}

    private final Bank scratch;
    private final HonestCalls honest;
    private final Instant now;

    private Catalogue(Bank scratch, Instant now) {
        this.scratch = scratch;
        this.now = now;
        this.honest = new HonestCalls(scratch);
    }

    /** Of a fixture, at its time. */
    public static Catalogue of(PreparedFixture prepared) {
        return at(prepared, UnaryOperator.identity());
    }

    /** Of a fixture, at another time. */
    public static Catalogue of(PreparedFixture prepared, Instant moment) {
        return at(prepared, own -> moment);
    }

    private static Catalogue at(PreparedFixture prepared, UnaryOperator<Instant> when) {
        Bank scratch = new Bank(prepared, () -> "http://127.0.0.1");
        Instant now = when.apply(scratch.clock().get());
        scratch.clock().freezeAt(now);
        return new Catalogue(scratch, now);
    }

    /**
     * The denials of one operation, in the order of the gates; none if nobody at all can call it.
     *
     * @throws ChoiceException if there is no such operation
     */
    public List<Denial> of(String operation) {
        Operation known = DryRun.in(scratch, "").asks().operation(operation);
        return honest.of(known).map(this::basis).map(Catalogue::denials).orElse(List.of());
    }

    /**
     * Those that some gates refuse.
     *
     * @param gates none named means all
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
                .toList();
    }

    private static Stream<Source> sources() {
        return Stream.of(
                new Source(GateName.TOKEN, OfTokens::itself),
                new Source(GateName.LIMIT, OfTokens::limit),
                new Source(GateName.SCOPE, OfTokens::scopes),
                new Source(GateName.ON_BEHALF_OF, OfActing::of),
                new Source(GateName.SUBJECT, OfSubjects::unfit),
                new Source(GateName.BLOCKED, OfSubjects::blocked),
                new Source(GateName.INPUT, OfParameters::of),
                new Source(GateName.INPUT, OfContent::of),
                new Source(GateName.INPUT, OfRules::ofContent),
                new Source(GateName.RESOURCE, OfResources::found),
                new Source(GateName.ENTITLEMENT, OfResources::entitled),
                new Source(GateName.RULES, OfRules::ofOperation),
                new Source(GateName.RULES, OfPages::of));
    }

    private static List<Denial> denials(Basis basis) {
        Stream<Denial> all = Stream.concat(
                sources()
                        .filter(source -> basis.honest().passes(source.gate()))
                        .flatMap(source -> source.denials().apply(basis)),
                OfData.of(basis));
        return distinct(all.toList());
    }

    /** The names tell denials apart. */
    private static List<Denial> distinct(List<Denial> all) {
        Map<String, Integer> seen = new HashMap<>();
        List<Denial> distinct = new ArrayList<>();
        for (Denial denial : all) {
            int count = seen.merge(denial.gate() + denial.name(), 1, Integer::sum);
            distinct.add(count == 1 ? denial : denial.named(denial.name() + " (" + count + ")"));
        }
        return List.copyOf(distinct);
    }

    private Basis basis(Honest found) {
        Environment environment = scratch.production();
        PreparedFixture prepared = scratch.prepared();
        Settings settings = Optional.ofNullable(prepared.realms().get(""))
                .map(PreparedFixture.EnvironmentSeed::settings)
                .orElseThrow();
        Optional<Entry> user = found.caller()
                .userId()
                .flatMap(id -> environment.store().entries().find(Directory.USERS, id));
        Situation.World world = new Situation.World(prepared.definition().dialect(), settings, now);
        Situation bare =
                new Situation(world, found.caller().client().id(), user.orElse(null), found.sketch(), Map.of());
        List<Named> named = Named.in(bare, environment.store().entries());
        Situation whole = bare;
        for (Named one : named) {
            whole = whole.naming(one.rule().as(), one.entry());
        }
        List<Caller> callers = honest.everybody().toList();
        return new Basis(prepared, environment.store(), found, whole, named, callers);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
