package dev.sandbank.junit;

import dev.sandbank.SandbankDenial;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/** Lists the denials that an annotation asks for; no sandbox is started for that. */
final class DenialsProvider implements ArgumentsProvider, AnnotationConsumer<Denials> {

    private String operation = "";
    private String[] gates = {};
    private boolean byState;

    @Override
    public void accept(Denials asked) {
        operation = asked.value();
        gates = asked.gates().clone();
        byState = asked.byState();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        List<SandbankDenial> all = Catalogued.at(context, annotation(), builder -> builder.denials(operation, gates));
        List<SandbankDenial> wanted =
                all.stream().filter(denial -> denial.byState() || !byState).toList();
        if (wanted.isEmpty()) {
            throw new ParameterResolutionException(annotation() + " asks for what there is not: under this fixture "
                    + operation + " is never refused so");
        }
        return wanted.stream().map(Denial::new).map(Arguments::of);
    }

    private String annotation() {
        return "@Denials(\"" + operation + "\")";
    }
}
