package dev.sandbank.denials;

import dev.sandbank.Denial;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.SandbankNames.Kind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A fixture whose denials are catalogued, and where its bank's bodies tell a code. */
enum Catalogued {
    APITURE("extends: apiture", "/type"),
    APITURE_WITH_CHALLENGES("extends: apiture\nsettings: {challengeTransfers: [internal, external]}", "/type"),
    APITURE_THAT_LOOKS_FOR_MONEY("extends: apiture\nsettings: {fundsCheck: always}", "/type"),
    UPHOLD("extends: uphold", "/code"),
    UPHOLD_WITH_LIMITS("extends: uphold\nsettings: {requestLimit: 3, mayChooseQuoteLifetime: false}", "/code"),
    MUSTERBANK("extends: dev/sandbank/fixtures/examples/musterbank/fixture.yaml", "/tppMessages/0/code");

    private final String fixture;
    private final String code;

    Catalogued(String fixture, String code) {
        this.fixture = fixture;
        this.code = code;
    }

    /** A JSON Pointer. */
    String code() {
        return code;
    }

    private SandbankBuilder builder() {
        return this == MUSTERBANK
                ? Sandbank.builder().fixture(fixture.substring("extends: ".length()))
                : Sandbank.builder().fixtureText(fixture);
    }

    Sandbank start() {
        return builder().start();
    }

    /** All operations; of a fixture with other settings those that they concern. */
    private Collection<String> operations(Sandbank bank) {
        return switch (this) {
            case APITURE_WITH_CHALLENGES, APITURE_THAT_LOOKS_FOR_MONEY -> List.of("createTransfer", "patchTransfer");
            case UPHOLD_WITH_LIMITS -> List.of("core.create-quote", "core.get-user", "core.create-user");
            default -> bank.names().all(Kind.OPERATION);
        };
    }

    /** Endpoints, which have a name among the operations but are not guarded, have none. */
    private static List<Denial> denials(Sandbank bank, String operation) {
        try {
            return bank.denials(operation);
        } catch (IllegalArgumentException endpoint) {
            return List.of();
        }
    }

    /** A denial of a bank. */
    record Listed(Catalogued bank, Denial denial) {
        @Override
        public String toString() {
            return bank + " " + denial.operation() + " " + denial;
        }
    }

    private Stream<Listed> listed() {
        try (Sandbank bank = start()) {
            return operations(bank).stream()
                    .flatMap(operation -> denials(bank, operation).stream())
                    .map(denial -> new Listed(this, denial))
                    .toList()
                    .stream();
        }
    }

    static Stream<Listed> everything() {
        return Stream.of(values()).flatMap(Catalogued::listed);
    }
}
