package dev.sandbank.denials;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankDenial;
import dev.sandbank.SandbankNames.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A bank whose denials are catalogued, and where its bodies tell a code. */
enum Catalogued {
    APITURE("apiture", "/type"),
    UPHOLD("uphold", "/code"),
    MUSTERBANK("dev/sandbank/fixtures/examples/musterbank/fixture.yaml", "/tppMessages/0/code");

    private final String fixture;
    private final String code;

    Catalogued(String fixture, String code) {
        this.fixture = fixture;
        this.code = code;
    }

    String fixture() {
        return fixture;
    }

    /** A JSON Pointer. */
    String code() {
        return code;
    }

    Sandbank start() {
        return Sandbank.start(fixture);
    }

    /** The guarded operations: names that have a URL. */
    List<String> operations() {
        try (Sandbank bank = start()) {
            Set<String> all = bank.names().all(Kind.OPERATION);
            return all.stream().filter(name -> isGuarded(bank, name)).toList();
        }
    }

    private static boolean isGuarded(Sandbank bank, String name) {
        try {
            return !bank.denials(name).isEmpty();
        } catch (IllegalArgumentException endpoint) {
            return false;
        }
    }

    List<SandbankDenial> of(String operation) {
        return Sandbank.builder().fixture(fixture).denials(operation);
    }

    /** A denial of a bank. */
    record Listed(Catalogued bank, SandbankDenial denial) {
        @Override
        public String toString() {
            return bank + " " + denial.operation() + " " + denial;
        }
    }

    static Stream<Listed> everything() {
        return Stream.of(values())
                .flatMap(bank -> bank.operations().stream()
                        .flatMap(operation -> bank.of(operation).stream().map(denial -> new Listed(bank, denial))));
    }
}
