package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.Coverage;
import dev.sandbank.Denial;
import dev.sandbank.SandbankClock;
import dev.sandbank.SandbankEnvironment;
import dev.sandbank.SandbankException;
import dev.sandbank.SandbankFaults;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.coverage.CoverageJson;
import dev.sandbank.internal.denial.Elsewhere;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Controls a sandbox that was made at a server. */
public class RemoteBank extends RemoteEnvironment implements Elsewhere {

    private final MadeSandbox made;
    private final RemoteJournal journal;
    private final RemoteCatalogue catalogue;

    /**
     * Controls a sandbox.
     *
     * @param made the sandbox
     */
    public RemoteBank(MadeSandbox made) {
        super(made.api(), made.baseUrl(), "");
        this.made = made;
        this.journal = new RemoteJournal(made.api());
        this.catalogue = new RemoteCatalogue(made.api());
    }

    public final SandbankEnvironment environment(String name) {
        RemoteEnvironment environment = new RemoteEnvironment(api(), made.baseUrl(), name);
        environment.told();
        return environment;
    }

    public final Set<String> environmentNames() {
        return new TreeSet<>(Json.texts(told().path("environments")));
    }

    public final SandbankClock clock() {
        return new RemoteClock(api());
    }

    public final SandbankFaults faults() {
        return new RemoteFaults(api());
    }

    public final RemoteJournal journal() {
        return journal;
    }

    public final List<Denial> denials(String operationId, String... gates) {
        return catalogue.denials(operationId, gates);
    }

    public final List<AuthPath> authPaths(String user) {
        return catalogue.authPaths(user);
    }

    /**
     * Asks for the coverage.
     *
     * @param fixture the fixture's name here, which may differ from that at the server
     */
    protected final Coverage coverage(String fixture) {
        Coverage told = CoverageJson.read(api().call("GET", "coverage").send());
        return new Coverage(told.bank(), fixture, told.operations(), told.grants());
    }

    @Override
    public final ArrangedCall arrange(Denial denial) {
        return catalogue.arrange(denial);
    }

    @Override
    public final ArrangedCall arrange(AuthPath path) {
        return catalogue.arrange(path);
    }

    /**
     * The certificate that clients must trust.
     *
     * @throws IllegalStateException if the server speaks plain HTTP
     */
    public final String certificate() {
        try {
            return api().call("GET", "certificate").text();
        } catch (IllegalArgumentException none) {
            throw new IllegalStateException(none.getMessage(), none);
        }
    }

    public final String export() {
        return api().call("GET", "fixture").text();
    }

    protected final void load(PreparedFixture fixture) {
        api().call("PUT", "fixture").yaml(SentFixture.text(fixture)).send();
        journal.forget();
    }

    public final void reset() {
        startAgain("reset");
    }

    public final void resetKeepingTokens() {
        startAgain("reset-keeping-tokens");
    }

    private void startAgain(String how) {
        api().call("POST", how).send();
        journal.forget();
    }

    /** Closes the sandbox. If that fails, it ends after its life. */
    public final void close() {
        try {
            made.close();
        } catch (SandbankException gone) {
            return;
        }
    }

    /** Controls the clock of a sandbox at a server. */
    private record RemoteClock(RemoteApi api) implements SandbankClock {

        private JsonNode told() {
            return api.call("GET", "clock").send();
        }

        private void set(ObjectNode change) {
            api.call("PATCH", "clock").json(change).send();
        }

        @Override
        public Instant now() {
            return Instant.parse(told().path("now").asText());
        }

        @Override
        public boolean isFrozen() {
            return told().path("frozen").asBoolean();
        }

        @Override
        public void freezeAt(Instant moment) {
            set(Json.object().put("at", moment.toString()));
        }

        @Override
        public void advance(Duration step) {
            set(Json.object().put("advance", step.toString()));
        }

        @Override
        public void followSystem() {
            set(Json.object().put("follow", true));
        }
    }
}
