package dev.sandbank;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.lint.Linter;
import dev.sandbank.internal.remote.MadeSandbox;
import dev.sandbank.internal.remote.RemoteBank;
import dev.sandbank.internal.tls.ServerIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** A sandbox at a running server, with the fixture that was last sent there. */
final class ServedSandbank extends RemoteBank implements Sandbank {

    private volatile PreparedFixture fixture;

    ServedSandbank(MadeSandbox made, PreparedFixture fixture) {
        super(made);
        this.fixture = fixture;
    }

    PreparedFixture fixture() {
        return fixture;
    }

    @Override
    public String bankName() {
        return fixture.definition().dialect().name();
    }

    @Override
    public DenialExpectation expectDenial(String reason) {
        return new ExpectedDenial(reason, "", Set.of(), journal(), journal()::during, names(), this::isGuarded);
    }

    private boolean isGuarded(String operation) {
        return fixture.definition().dialect().operation(operation).isPresent();
    }

    @Override
    public Coverage coverage() {
        return coverage(fixture.fixture().name());
    }

    @Override
    public List<Finding> findings(List<Exchange> calls) {
        return new Linter(fixture.definition().dialect())
                .findings(calls, journal().changes(), journal()::isExpected);
    }

    @Override
    public SSLContext sslContext() {
        return ServerIdentity.trusting(certificate());
    }

    @Override
    public void loadFixture(String text) {
        PreparedFixture other =
                FixtureReading.unlessBad(() -> Library.ofProcess().text("inline fixture", text));
        load(other);
        fixture = other;
    }

    /** The server keeps running, so there is nothing to wait for. */
    @Override
    public void closeGracefully(Duration patience) {
        close();
    }

    @Override
    public String toString() {
        return bankName() + " at " + baseUrl();
    }
}
