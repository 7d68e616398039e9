package dev.sandbank.internal.denial;

import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.WorkRule;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong with the page of a list that a call asks for: a cursor that the bank did not make. */
final class OfPages {

    private static final String CURSOR = "cursor";

    private OfPages() {}

    static Stream<Denial> of(Basis basis) {
        return Optional.ofNullable(basis.operation().work()).map(WorkRule::list).map(WorkRule.ListRule::pages).stream()
                .filter(pages -> pages.style().equals(CURSOR))
                .map(pages -> basis.denial(
                        GateName.RULES,
                        pages.start() + " no cursor",
                        "input-invalid",
                        false,
                        basis.scene().asking(basis.sketch().with(pages.start(), "nonsense"))));
    }
}
