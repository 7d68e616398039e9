package dev.sandbank.internal.bank;

import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.Faults;
import dev.sandbank.internal.journal.Callee;
import dev.sandbank.internal.journal.Journal;
import dev.sandbank.internal.journal.Reservation;
import dev.sandbank.internal.model.BaseUrl;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.oidc.sign.KeyFile;
import dev.sandbank.internal.time.SandboxClock;
import dev.sandbank.internal.work.TooMuchDueException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A whole sandbox without its port: the environments of one fixture, one clock, one journal. */
public final class Bank implements AutoCloseable {

    private final SandboxClock clock;
    private final BaseUrl publicBase;
    private final FixtureLoader loader;
    private final Journal journal;
    private final Faults faults = new Faults();
    private final boolean tellsDecisions;
    private final Outside outside = new Outside(this::receivers, this::note);
    private volatile Set<String> receivers = Set.of();
    private volatile LoadedFixture loaded;
    private @Nullable KeyFile keyFile;
    private volatile List<String> problems = List.of();
    private volatile boolean draining;
    private volatile boolean closed;

    /** @param publicBase scheme, host and port as callers know them, without a trailing slash */
    public Bank(PreparedFixture prepared, BaseUrl publicBase) {
        this(prepared, publicBase, false, 1);
    }

    /**
     * @param publicBase scheme, host and port as callers know them, without a trailing slash
     * @param tellsDecisions whether replies show their decision even if the fixture does not ask for it
     * @param sharing how many sandboxes share the memory that calls may fill, if the fixture does not set it
     */
    public Bank(PreparedFixture prepared, BaseUrl publicBase, boolean tellsDecisions, int sharing) {
        this.publicBase = publicBase;
        this.tellsDecisions = tellsDecisions;
        LoadedFixture.Memory memory = LoadedFixture.Memory.of(prepared, sharing);
        this.clock = new SandboxClock(Clock.systemUTC(), LoadedFixture.time(prepared));
        this.journal = new Journal(memory.journal());
        this.loader = new FixtureLoader(clock, publicBase, memory.state(), outside);
        this.loaded = loader.load(prepared);
    }

    /** Answers one request and records it in the journal; if a fault delays it, both happen after the delay. */
    public Outcome answer(Request request) {
        LoadedFixture current = loaded;
        Arrival arrival = Arrival.of(request, current, journal.tests().of(request));
        boolean spared = faults.isEmpty() || request.body().defect().isPresent();
        Optional<Effect> effect =
                spared ? Optional.empty() : faults.strike(arrival.environment().addressee(arrival.inside()));
        Supplier<Reply> reply = () -> answered(current, arrival, effect);
        Duration delay = effect.map(Effect::delay).orElse(Duration.ZERO);
        return delay.isZero() ? reply.get() : new Outcome.Later(delay, reply);
    }

    /**
     * A request and its environment.
     *
     * @param inside the same as its environment knows it
     * @param tests those it belongs to
     */
    private record Arrival(Request request, Environment environment, Request inside, List<String> tests) {

        static Arrival of(Request request, LoadedFixture loaded, List<String> tests) {
            EnvironmentPath address =
                    EnvironmentPath.of(request.path(), loaded.environments().keySet());
            return new Arrival(request, loaded.environment(address.prefix()), request.at(address.path()), tests);
        }
    }

    /** Answers the request; if it fails because another fixture was loaded meanwhile, answers it again with that one. */
    private Reply answered(LoadedFixture current, Arrival arrival, Optional<Effect> effect) {
        Environment environment = arrival.environment();
        Request inside = arrival.inside();
        Reservation place = new Reservation(journal);
        try {
            DecidedReply answered = effect.map(strikes -> environment.answer(inside, strikes, clock, place))
                    .orElseGet(() -> environment.answer(inside, place));
            return written(place, arrival, answered);
        } catch (RuntimeException | Error failed) {
            place.giveUp();
            LoadedFixture other = loaded;
            if (failed instanceof RuntimeException && !other.equals(current)) {
                return answered(other, Arrival.of(arrival.request(), other, arrival.tests()), Optional.empty());
            }
            throw failed;
        }
    }

    private Reply written(Reservation place, Arrival arrival, DecidedReply answered) {
        Environment environment = arrival.environment();
        boolean tells = tellsDecisions || environment.tellsDecisions();
        DecidedReply told = tells ? DecisionHeader.mark(answered) : answered;
        Callee callee = environment.callee(arrival.inside().path());
        DecidedReply noted = answered.isOf("token-unknown") ? withIssuer(told, arrival) : told;
        journal.record(place.number(), arrival.request(), noted, clock.get(), arrival.tests(), callee);
        return told.reply();
    }

    /** Adds to what the journal says of an unknown token which other environment has issued it. */
    private DecidedReply withIssuer(DecidedReply told, Arrival arrival) {
        return environments().entrySet().stream()
                .filter(other -> !other.getValue().equals(arrival.environment()))
                .filter(other -> other.getValue().hasIssued(arrival.request()))
                .map(other -> other.getKey().isEmpty()
                        ? "the environment without a prefix"
                        : "environment " + other.getKey().substring(1))
                .findFirst()
                .map(issuer -> told.adding(", but by " + issuer))
                .orElse(told);
    }

    /** Returns the environment without a prefix. */
    public Environment production() {
        return loaded.environment("");
    }

    /** Returns all environments, by path prefix: empty for production. */
    public Map<String, Environment> environments() {
        return loaded.environments();
    }

    public PreparedFixture prepared() {
        return loaded.prepared();
    }

    /** Returns scheme, host and port as callers know them, without a trailing slash. */
    public BaseUrl publicBase() {
        return publicBase;
    }

    /** Returns how many bytes a sandbox may take if this many share the memory: its fixture and what calls add. */
    public static long mostBytes(PreparedFixture prepared, int sharing) {
        LoadedFixture.Memory memory = LoadedFixture.Memory.of(prepared, sharing);
        return memory.journal()
                + memory.state()
                + prepared.realms().values().stream()
                        .mapToLong(start -> start.seed().bytes())
                        .sum();
    }

    /** Returns the seed from which another sandbox would continue with the same ids; empty if they are unpredictable. */
    public OptionalLong seed() {
        return loaded.ids().seed();
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

    /** Signs with the keys of a file in the environment without a prefix, and stores new keys there. */
    public synchronized void keepKeysIn(KeyFile file) {
        keyFile = file;
        production().tokenServer().keys().keepIn(file);
    }

    /** Lets webhooks post to further hosts, besides this machine, before any does. */
    public void deliverAlsoTo(Set<String> hosts) {
        receivers = Set.copyOf(hosts);
    }

    /** Returns the hosts that webhooks may post to, besides this machine. */
    public Set<String> receivers() {
        return receivers;
    }

    /** Records in the journal what a test did to this sandbox. */
    public void note(String what) {
        journal.note(what, clock.get());
    }

    /**
     * Checks that the clock can go to a moment.
     *
     * @throws TooMuchDueException if too much would fall due by then
     */
    public void requireFeasible(Instant moment) {
        environments().values().forEach(environment -> environment.requireFeasible(moment));
    }

    public boolean closed() {
        return closed;
    }

    /** Goes back to the fixture: data, tokens, clock, faults and journal. */
    public void reset() {
        startAgain((environment, step) -> {
            environment.store().reset();
            environment.tokenServer().keys().startAgain(false);
        });
    }

    /** Does the same, but keeps tokens and sessions that the fixture's clients and users may have. */
    public void resetKeepingTokens() {
        startAgain((environment, step) -> {
            environment
                    .store()
                    .resetKeepingTokens(step, environment.definition().dialect().consents());
            environment.tokenServer().keys().startAgain(true);
        });
    }

    /** @param each receives how far the clock was moved */
    private synchronized void startAgain(BiConsumer<Environment, Duration> each) {
        Instant before = clock.get();
        clock.startAgain(LoadedFixture.time(loaded.prepared()));
        Duration step = Duration.between(before, clock.get());
        environments().values().forEach(environment -> each.accept(environment, step));
        faults.clear();
        journal.clear();
    }

    /** Loads another fixture, which also answers the requests under way. It may take as much memory as before. */
    public synchronized void load(PreparedFixture other) {
        replace(loader.load(other));
        Optional.ofNullable(keyFile).ifPresent(production().tokenServer().keys()::keepIn);
        faults.clear();
        journal.forget();
    }

    /** Loads another version of the fixture with the same keys, or leaves all as it is; state that both have can stay, with clock, faults and journal. */
    public synchronized void reload(PreparedFixture other, boolean keepingState) {
        if (keepingState) {
            replace(loader.loadOver(loaded, other));
        } else {
            replace(loader.load(other).signingAs(loaded));
            faults.clear();
            journal.forget();
        }
    }

    private void replace(LoadedFixture next) {
        LoadedFixture before = loaded;
        loaded = next;
        before.close();
    }

    /** Returns what is wrong with the latest version of the fixture, which is not loaded for that; empty if nothing is. */
    public List<String> problems() {
        return problems;
    }

    /** Says what is wrong with the latest version of the fixture. */
    public void tell(List<String> wrong) {
        problems = List.copyOf(wrong);
    }

    /** Whether calls may come; false once it waits for the last ones to be answered. */
    public boolean isReady() {
        return !draining;
    }

    /** Announces that no new calls should come; those under way are answered. */
    public void draining() {
        draining = true;
    }

    /** Announces the end: from now on a request under way may fail without a report, and nobody waits for calls. */
    public void closing() {
        closed = true;
        journal.close();
    }

    @Override
    public void close() {
        closing();
        loaded.close();
    }
}
