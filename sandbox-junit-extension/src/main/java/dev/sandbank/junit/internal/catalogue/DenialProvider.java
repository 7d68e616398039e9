package dev.sandbank.junit.internal.catalogue;

import dev.sandbank.Decision;
import dev.sandbank.Denial;
import dev.sandbank.junit.ArrangedDenial;
import dev.sandbank.junit.Denials;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/** Lists the denials for which an annotation asks, without starting a sandbox. */
public final class DenialProvider implements ArgumentsProvider, AnnotationConsumer<Denials> {

    private String operation = "";
    private String[] gates = {};
    private boolean byState;
    private String bank = "";

    @Override
    public void accept(Denials asked) {
        operation = asked.value();
        gates = asked.gates().clone();
        byState = asked.byState();
        bank = asked.bank();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        Catalogued.requireOwn(context, bank, annotation());
        List<Denial> wanted =
                Catalogued.at(context, bank, annotation(), builder -> builder.denials(operation, gates)).stream()
                        .filter(denial -> denial.byState() || !byState)
                        .toList();
        if (wanted.isEmpty()) {
            throw new ParameterResolutionException(annotation() + " finds no denial: under this fixture, the bank never"
                    + " refuses " + operation + " in this way; name other gates, or leave byState out");
        }
        return wanted.stream().map(this::argument).map(Arguments::of);
    }

    private ArrangedDenial argument(Denial denial) {
        return CatalogueArgument.of(
                ArrangedDenial.class,
                bank,
                denial,
                denial::arrange,
                (seen, call) -> seen.require(
                        denial.operation() + ", refused at " + denial.gate() + " for " + denial.reason(),
                        decision -> isAnswered(decision, denial),
                        call::differences));
    }

    private static boolean isAnswered(Decision decision, Denial denial) {
        List<Decision.Gate> gates = decision.gates();
        return decision.operation().equals(denial.operation())
                && decision.refusal().equals(denial.reason())
                && gates.get(gates.size() - 1).name().equals(denial.gate());
    }

    private String annotation() {
        return "@Denials(\"" + operation + "\")";
    }
}
