package dev.sandbank;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.denial.AuthPaths;
import dev.sandbank.internal.denial.Catalogue;
import dev.sandbank.internal.http.Port;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A sandbox with its port: what controls have, and what stands on other floors. */
final class RunningSandbank extends BankControl implements Sandbank {

    private final Port port;
    private final AtomicBoolean closed = new AtomicBoolean();

    RunningSandbank(Bank bank, Port port, URI baseUrl) {
        super(bank, () -> baseUrl);
        this.port = port;
    }

    @Override
    public List<Denial> denials(String operationId, String... gates) {
        try (Catalogue catalogue = Catalogue.of(bank().prepared(), clock().now())) {
            return catalogue.of(operationId, List.of(gates));
        }
    }

    @Override
    public List<AuthPath> authPaths(String user) {
        try (AuthPaths paths = AuthPaths.of(bank().prepared(), clock().now())) {
            return paths.of(user);
        }
    }

    @Override
    public DenialExpectation expectDenial(String reason) {
        return new ExpectedDenial(reason, "", Set.of(), journal(), names(), this::isGuarded);
    }

    private boolean isGuarded(String operation) {
        return environment().definition().dialect().operations().stream()
                .anyMatch(known -> known.id().equals(operation));
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
