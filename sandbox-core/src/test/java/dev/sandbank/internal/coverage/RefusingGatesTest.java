package dev.sandbank.internal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Denial;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.denial.Catalogue;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gates that can refuse an operation, as the dialect declares it, are those of the operation's catalogue of denials. */
class RefusingGatesTest {

    /** What the catalogue has no denial for, because the fixture has none of what it takes; a test can add it. */
    private static final Map<String, Set<String>> OF_OTHER_FIXTURES = Map.of(
            "cancelPayment", Set.of("rules"),
            "endConnection", Set.of("resource"),
            "listWallets", Set.of("rules"),
            "core.update-external-account", Set.of("rules"));

    @ParameterizedTest
    @ValueSource(strings = {"apiture", "uphold", "musterbank", "talerwerk"})
    void areThoseOfTheCatalogue(String bank) {
        PreparedFixture fixture = Library.ofProcess()
                .named(
                        List.of("apiture", "uphold").contains(bank)
                                ? bank
                                : "../fixtures/examples/" + bank + "/fixture.yaml");
        RefusingGates refusing = RefusingGates.of(fixture);

        try (Catalogue catalogue = Catalogue.of(fixture)) {
            assertThat(refusing.operations()).isNotEmpty().allSatisfy(operation -> {
                Set<String> told = told(refusing, operation);
                Set<String> found = found(catalogue, operation);
                assertThat(told).containsAll(found);
                told.removeAll(found);
                assertThat(OF_OTHER_FIXTURES.getOrDefault(operation.id(), Set.of()))
                        .as(operation.id())
                        .containsAll(told);
            });
        }
    }

    private static Set<String> told(RefusingGates refusing, Operation operation) {
        return refusing.gates(operation).stream().map(GateName::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Catalogue catalogue, Operation operation) {
        return catalogue.of(operation.id(), List.of()).stream()
                .map(Denial::gate)
                .collect(Collectors.toSet());
    }
}
