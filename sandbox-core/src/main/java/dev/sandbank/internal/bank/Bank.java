package dev.sandbank.internal.bank;

import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.Faults;
import dev.sandbank.internal.journal.Callee;
import dev.sandbank.internal.journal.Journal;
import dev.sandbank.internal.journal.Reservation;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.time.SandboxClock;
import dev.sandbank.internal.time.SandboxClock.Setting;
import dev.sandbank.internal.work.TooMuchDueException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A whole sandbox without its port: the environments of one fixture, one clock, one journal. */
public final class Bank implements AutoCloseable {

    private final PreparedFixture prepared;
    private final SandboxClock clock;
    private final Ids ids;
    private final Journal journal;
    private final Faults faults = new Faults();
    private final Map<String, Environment> environments = new LinkedHashMap<>();
    private final Supplier<String> publicBase;
    private final boolean tellsDecisions;
    private volatile boolean draining;
    private volatile boolean closed;

    /** @param publicBase scheme, host and port as callers know them, without a trailing slash */
    public Bank(PreparedFixture prepared, Supplier<String> publicBase) {
        this(prepared, publicBase, false, 1);
    }

    /**
     * @param publicBase scheme, host and port as callers know them, without a trailing slash
     * @param tellsDecisions whether replies tell their decision though the fixture does not want it
     * @param sharing how many sandboxes share the memory that calls may fill, if the fixture does not set it
     */
    public Bank(PreparedFixture prepared, Supplier<String> publicBase, boolean tellsDecisions, int sharing) {
        this.prepared = prepared;
        this.publicBase = publicBase;
        this.tellsDecisions = tellsDecisions;
        this.clock = new SandboxClock(Clock.systemUTC(), atTheStart());
        this.ids = Ids.from(prepared.fixture().seed());
        Memory memory = Memory.of(prepared, sharing);
        this.journal = new Journal(memory.journal());
        prepared.realms()
                .forEach((prefix, start) -> environments.put(
                        prefix,
                        new Environment(
                                prepared.definition(),
                                start,
                                ids,
                                clock,
                                new MountPoint(prefix, () -> publicBase.get() + prefix),
                                memory.environment())));
    }

    private Setting atTheStart() {
        return new Setting(prepared.fixture().startsAt(), prepared.fixture().ahead());
    }

    /** Answers one request and writes it down; if a fault delays it, both are done after the delay. */
    public Outcome answer(Request request) {
        EnvironmentPath address = EnvironmentPath.of(request.path(), environments.keySet());
        Environment environment = environment(address.prefix());
        List<String> tests = journal.tests().of(request);
        Request inside = request.at(address.path());
        boolean spared = faults.isEmpty() || request.body().defect().isPresent();
        Optional<Effect> effect = spared ? Optional.empty() : faults.strike(environment.addressee(inside));
        Supplier<Reply> reply = () -> answered(request, environment, inside, effect, tests);
        Duration delay = effect.map(Effect::delay).orElse(Duration.ZERO);
        return delay.isZero() ? reply.get() : new Outcome.Later(delay, reply);
    }

    private Reply answered(
            Request request, Environment environment, Request inside, Optional<Effect> effect, List<String> tests) {
        Reservation place = new Reservation(journal);
        try {
            DecidedReply answered = effect.map(strikes -> environment.answer(inside, strikes, clock, place))
                    .orElseGet(() -> environment.answer(inside, place));
            return written(place, request, environment, answered, tests, environment.callee(inside.path()));
        } catch (RuntimeException | Error failed) {
            place.giveUp();
            throw failed;
        }
    }

    private Reply written(
            Reservation place,
            Request request,
            Environment environment,
            DecidedReply answered,
            List<String> tests,
            Callee callee) {
        boolean tells = tellsDecisions || environment.tellsDecisions();
        DecidedReply told = tells ? DecisionHeader.mark(answered) : answered;
        journal.record(place.number(), request, told, clock.get(), tests, callee);
        return told.reply();
    }

    private Environment environment(String prefix) {
        Environment environment = environments.get(prefix);
        if (environment == null) {
            throw new IllegalStateException("there is no environment " + prefix);
        }
        return environment;
    }

    /** The environment without a prefix. */
    public Environment production() {
        return environment("");
    }

    /** All environments, by path prefix: empty for production. */
    public Map<String, Environment> environments() {
        return Collections.unmodifiableMap(environments);
    }

    public PreparedFixture prepared() {
        return prepared;
    }

    /** Scheme, host and port as callers know them, without a trailing slash. */
    public String publicBase() {
        return publicBase.get();
    }

    /** How many bytes a sandbox may come to take that shares the memory with so many: what its fixture gives, and what calls add. */
    public static long mostBytes(PreparedFixture prepared, int sharing) {
        Memory memory = Memory.of(prepared, sharing);
        return memory.journal()
                + prepared.realms().values().stream()
                        .mapToLong(start -> memory.environment() + start.seed().bytes())
                        .sum();
    }

    /** The seed from which another sandbox would go on making the same ids; nothing if they are unpredictable. */
    public OptionalLong seed() {
        return ids.seed();
    }

    public SandboxClock clock() {
        return clock;
    }

    public Journal journal() {
        return journal;
    }

    public Faults faults() {
        return faults;
    }

    /** Writes down what a test did to this sandbox. */
    public void note(String what) {
        journal.note(what, clock.get());
    }

    /**
     * Makes sure that the clock can go to a moment.
     *
     * @throws TooMuchDueException if too much would fall due by then
     */
    public void requireFeasible(Instant moment) {
        environments.values().forEach(environment -> environment.requireFeasible(moment));
    }

    public boolean closed() {
        return closed;
    }

    /** Goes back to the fixture: data, tokens, clock, faults and journal. */
    public void reset() {
        startAgain((environment, step) -> environment.store().reset());
    }

    /** The same, but tokens and sessions stay, as far as the fixture's clients and users may have them. */
    public void resetKeepingTokens() {
        startAgain((environment, step) -> environment
                .store()
                .resetKeepingTokens(step, environment.definition().dialect().consents()));
    }

    /** @param each is told how far the clock was moved */
    private void startAgain(BiConsumer<Environment, Duration> each) {
        Instant before = clock.get();
        clock.startAgain(atTheStart());
        Duration step = Duration.between(before, clock.get());
        environments.values().forEach(environment -> each.accept(environment, step));
        faults.clear();
        journal.clear();
    }

    /** Whether calls may come: not once it waits for the last ones to be answered. */
    public boolean isReady() {
        return !draining;
    }

    /** From now on no calls are to come; those under way are answered. */
    public void draining() {
        draining = true;
    }

    /** From now on a request under way may fail for want of state, nobody is to be told, and nobody waits for calls. */
    public void closing() {
        closed = true;
        journal.close();
    }

    @Override
    public void close() {
        closing();
        environments.values().forEach(Environment::close);
    }

    /**
     * How much memory the calls of one sandbox may fill, in bytes: what the fixture sets, else a share of the heap. What the fixture
     * itself puts there is not counted.
     *
     * @param journal for the journal
     * @param environment for the state of each environment
     */
    private record Memory(long journal, long environment) {

        private static final long MIB = 1024 * 1024;
        private static final long LEAST = 12 * MIB;

        static Memory of(PreparedFixture prepared, int sharing) {
            long set =
                    Objects.requireNonNull(prepared.realms().get("")).settings().number("memory") * MIB;
            long share = Runtime.getRuntime().maxMemory() * 3 / 16 / sharing;
            long all = set > 0 ? set : Math.max(LEAST, share);
            return new Memory(all / 3, all * 2 / 3 / prepared.realms().size());
        }
    }
}
