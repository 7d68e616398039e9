package dev.sandbank;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.coverage.BankCoverage;
import dev.sandbank.internal.denial.AuthPaths;
import dev.sandbank.internal.denial.Catalogue;
import dev.sandbank.internal.http.Port;
import dev.sandbank.internal.tls.ServerIdentity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A running sandbox with its port: the controls of its bank, and what only a sandbox in this JVM has. */
final class RunningSandbank extends BankControl implements Sandbank {

    private final Port port;
    private final @Nullable ServerIdentity identity;
    private final AtomicBoolean closed = new AtomicBoolean();

    RunningSandbank(Bank bank, Port port, URI baseUrl, @Nullable ServerIdentity identity) {
        super(bank, () -> baseUrl, identity == null ? null : identity.pem());
        this.port = port;
        this.identity = identity;
    }

    @Override
    public SSLContext sslContext() {
        if (identity == null) {
            throw plain();
        }
        return identity.client();
    }

    @Override
    public String certificate() {
        return trusted().orElseThrow(RunningSandbank::plain);
    }

    private static IllegalStateException plain() {
        return new IllegalStateException("this sandbox uses plain HTTP and has no certificate: start it with https()");
    }

    @Override
    public List<Denial> denials(String operationId, String... gates) {
        return Catalogue.of(this, operationId, List.of(gates));
    }

    @Override
    public List<AuthPath> authPaths(String user) {
        return AuthPaths.of(this, user);
    }

    @Override
    public Coverage coverage() {
        return BankCoverage.of(bank());
    }

    @Override
    public List<Finding> findings(List<Exchange> calls) {
        return findings(calls, journal()::isExpected);
    }

    @Override
    public void loadFixture(String text) {
        load(FixtureReading.unlessBad(() -> Library.ofProcess().text("inline fixture", text)));
    }

    @Override
    public DenialExpectation expectDenial(String reason) {
        return new ExpectedDenial(reason, "", Set.of(), journal(), journal()::during, names(), this::isGuarded);
    }

    private boolean isGuarded(String operation) {
        return environment().definition().dialect().operation(operation).isPresent();
    }

    @Override
    public void closeGracefully(Duration patience) {
        bank().draining();
        port.drain(patience);
        close();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            bank().closing();
            port.close();
            bank().close();
        }
    }

    @Override
    public String toString() {
        return bankName() + " at " + baseUrl();
    }
}
