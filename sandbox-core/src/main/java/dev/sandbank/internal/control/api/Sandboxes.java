package dev.sandbank.internal.control.api;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.EnvironmentPath;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.http.BankHandler;
import dev.sandbank.internal.http.Port;
import dev.sandbank.internal.http.PortUnavailableException;
import dev.sandbank.internal.http.RequestHandler;
import dev.sandbank.internal.model.BaseUrl;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Outcome.Later;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.site.OwnSite;
import dev.sandbank.internal.site.PublicHosts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes and keeps sandboxes in another one, over HTTP. Each has a limited life, and is below a path of that one or on its own port.
 * They share nothing but the limit of memory.
 */
public final class Sandboxes implements RequestHandler {

    /** The path prefix of all these sandboxes. */
    public static final String BASE = "/_sandbank/sandboxes/";

    private static final int MOST = 64;
    private static final int LENGTH_OF_ID = 8;

    private final RequestHandler site;
    private final BankControl server;
    private final Access access;
    private final BiFunction<Integer, RequestHandler, Port> ports;
    private final Map<String, Made> made = new ConcurrentSkipListMap<>();

    /**
     * @param site answers all other requests
     * @param server the sandbox in which they are made
     * @param access who may control them
     * @param ports opens a port like that of the server, with the given number or a free one
     */
    Sandboxes(RequestHandler site, BankControl server, Access access, BiFunction<Integer, RequestHandler, Port> ports) {
        this.site = site;
        this.server = server;
        this.access = access;
        this.ports = ports;
    }

    /**
     * A request for a sandbox.
     *
     * @param fixture the fixture that it starts from
     * @param life how long it lives
     * @param port the number of its own port, 0 for a free one; empty if it is below a path
     * @param decisionHeader whether its replies have a header with the decision
     * @param authority the host and port that the caller used for the server
     */
    record Wanted(PreparedFixture fixture, Duration life, OptionalInt port, boolean decisionHeader, String authority) {}

    /**
     * A sandbox that was made.
     *
     * @param port its own port, or null if it is below a path
     */
    record Made(
            String id,
            BankControl control,
            RequestHandler site,
            @Nullable Port port,
            Life life) implements AutoCloseable {

        /** The most memory that it can take with its present fixture. */
        private long bytes() {
            return Bank.mostBytes(control.bank().prepared(), MOST);
        }

        /** Answers a request. A call that waits ends when the sandbox ends. */
        Outcome answer(Request request) {
            return unlessOver(site.answer(request));
        }

        private Outcome unlessOver(Outcome outcome) {
            Outcome going = outcome.going(rest -> unlessOver(rest.get()));
            return going instanceof Later later ? later.orUntil(life.over) : going;
        }

        @Override
        public void close() {
            control.bank().closing();
            life.end();
            if (port != null) {
                port.close();
            }
            control.bank().close();
        }
    }

    /** Ends a sandbox after its life, which is real time and not the time of any sandbox's clock. */
    static final class Life {

        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private CompletableFuture<Void> timer = new CompletableFuture<>();
        private Instant endsAt = Instant.MAX;

        synchronized void set(Instant now, Duration life, Runnable end) {
            timer.cancel(false);
            timer = new CompletableFuture<Void>().completeOnTimeout(null, life.toMillis(), TimeUnit.MILLISECONDS);
            whenOver(timer, end);
            endsAt = now.plus(life);
        }

        private static void whenOver(CompletionStage<Void> timer, Runnable end) {
            timer.thenRunAsync(end);
        }

        synchronized Instant endsAt() {
            return endsAt;
        }

        synchronized void end() {
            timer.cancel(false);
            over.complete(null);
        }
    }

    List<Made> all() {
        return List.copyOf(made.values());
    }

    Optional<Made> find(String id) {
        return Optional.ofNullable(made.get(BASE + id));
    }

    /**
     * Makes a sandbox.
     *
     * @throws ProblemException if there is no room for more, or its port is not available
     */
    synchronized Made make(Wanted wanted) {
        requireRoom(Bank.mostBytes(wanted.fixture(), MOST));
        Made one = started(UUID.randomUUID().toString().substring(0, LENGTH_OF_ID), wanted);
        made.put(BASE + one.id(), one);
        live(one, wanted.life());
        server.bank()
                .note("sandbox " + one.id() + " is created, of " + one.control().bankName());
        return one;
    }

    private Made started(String id, Wanted wanted) {
        CompletableFuture<String> beside = new CompletableFuture<>();
        BaseUrl base = wanted.port().isPresent()
                ? beside::join
                : known(wanted.authority()).below(BASE + id);
        Bank bank = new Bank(wanted.fixture(), base, wanted.decisionHeader(), MOST);
        bank.deliverAlsoTo(server.bank().receivers());
        BankControl control = new BankControl(
                bank, () -> URI.create(base.get()), server.trusted().orElse(null));
        RequestHandler own = new OwnSite(new BankHandler(bank), bank);
        RequestHandler controlled = new ControlSite(own, control, access);
        Port port = wanted.port().isPresent() ? port(wanted.port().getAsInt(), controlled, bank) : null;
        beside.complete(port == null ? "" : beside(wanted.authority(), port.number()));
        return new Made(id, control, controlled, port, new Life());
    }

    /** Refuses to make a sandbox if the server is closed or has no room. Closing waits for the same lock, so it misses no sandbox. */
    private void requireRoom(long bytes) {
        if (server.bank().closed()) {
            throw new IllegalStateException("the server is closed");
        }
        if (made.size() >= MOST) {
            throw full("there are " + MOST + " sandboxes, which is the maximum");
        }
        long most = Runtime.getRuntime().maxMemory() * 3 / 8;
        long taken = made.values().stream().mapToLong(Made::bytes).sum();
        if (taken + bytes > most) {
            throw full("the sandboxes of this server may take " + mebibytes(most) + " together: " + made.size()
                    + " take " + mebibytes(taken) + ", and this one would take " + mebibytes(bytes));
        }
    }

    private static ProblemException full(String why) {
        return new ProblemException(
                new ProblemDetails(503, why + "; close one, or start the server with more memory (-Xmx)"));
    }

    private static String mebibytes(long bytes) {
        return bytes / 1024 / 1024 + " MiB";
    }

    private Port port(int number, RequestHandler controlled, Bank bank) {
        try {
            return ports.apply(number, controlled);
        } catch (PortUnavailableException taken) {
            bank.close();
            throw new ProblemException(new ProblemDetails(409, String.valueOf(taken.getMessage())));
        }
    }

    /** The base URL of the server as the caller used it, unless the server has public URLs. */
    private BaseUrl known(String authority) {
        BaseUrl known = server.bank().publicBase();
        boolean isPublic = !known.all().equals(List.of(server.baseUrl().toString()));
        return isPublic || authority.isEmpty() ? known : () -> server.baseUrl().getScheme() + "://" + authority;
    }

    private String beside(String authority, int port) {
        String called = authority.isEmpty() ? server.baseUrl().getRawAuthority() : authority;
        return server.baseUrl().getScheme() + "://" + PublicHosts.bare(called) + ":" + port;
    }

    /** Ends a sandbox this long from now. */
    void live(Made one, Duration life) {
        one.life().set(server.bank().clock().ofSystem(), life, () -> close(one.id()));
    }

    /** Closes a sandbox; returns false if there is none with this id. */
    boolean close(String id) {
        Made one = made.remove(BASE + id);
        if (one != null) {
            one.close();
            server.bank().note("sandbox " + id + " is closed");
        }
        return one != null;
    }

    @Override
    public synchronized void close() {
        made.values().forEach(Made::close);
        made.clear();
        site.close();
    }

    /** The sandbox that a path leads to, and the path inside it. */
    private record Place(Made one, String path) {}

    private Optional<Place> place(String path) {
        if (made.isEmpty()) {
            return Optional.empty();
        }
        EnvironmentPath inside = EnvironmentPath.of(path, made.keySet());
        return Optional.of(inside.prefix())
                .filter(prefix -> !prefix.isEmpty())
                .map(made::get)
                .filter(one -> one.port() == null)
                .map(one -> new Place(one, inside.path()));
    }

    @Override
    public Outcome answer(Request request) {
        return place(request.path())
                .map(place -> place.one().answer(request.at(place.path())))
                .orElseGet(() -> request.path().startsWith(BASE)
                        ? none("there is no sandbox below this path (any more)").reply()
                        : site.answer(request));
    }

    static ProblemDetails none(String detail) {
        return new ProblemDetails(ProblemTypes.NO_SANDBOX, 404, detail);
    }

    @Override
    public boolean isForControls(String path) {
        return place(path)
                .map(place -> place.one().site().isForControls(place.path()))
                .orElseGet(() -> site.isForControls(path));
    }

    @Override
    public boolean isForUploads(String path) {
        return place(path)
                .map(place -> place.one().site().isForUploads(place.path()))
                .orElseGet(() -> site.isForUploads(path));
    }
}
