package dev.sandbank.internal.denial;

import dev.sandbank.internal.input.ReadInput;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.Parameter;
import dev.sandbank.internal.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong with the parameters of a call: those that are missing, and one bad value for each. */
final class OfParameters {

    private static final GateName GATE = GateName.INPUT;
    private static final String REASON = "input-invalid";
    private static final List<String> BAD =
            List.of("!", "nonsense!", "-1", "0", "999999999", "1.5", "x", "[", "x".repeat(300), "x".repeat(2000));

    private OfParameters() {}

    static Stream<Denial> of(Basis basis) {
        return basis.operation().parameters().stream().flatMap(parameter -> of(basis, parameter).stream());
    }

    private static List<Denial> of(Basis basis, Parameter parameter) {
        List<Denial> all = new ArrayList<>();
        if (parameter.required() && !parameter.in().equals("path")) {
            all.add(denial(basis, parameter.name() + " missing", basis.sketch().without(parameter.name())));
        }
        bad(basis, parameter)
                .map(value -> denial(
                        basis, parameter.name() + " invalid", basis.sketch().with(parameter.name(), value)))
                .ifPresent(all::add);
        return all;
    }

    private static Optional<String> bad(Basis basis, Parameter parameter) {
        ReadInput schemas = basis.prepared().definition().readInput();
        return BAD.stream()
                .filter(value -> !schemas.accepts(parameter, value))
                .filter(value -> !parameter.in().equals("path") || leadsThere(basis, parameter, value))
                .findFirst();
    }

    /** A path that is another operation's would be that one's to refuse. */
    private static boolean leadsThere(Basis basis, Parameter parameter, String value) {
        Wire wire = basis.sketch()
                .with(parameter.name(), value)
                .write(basis.prepared().definition());
        return basis.prepared().definition().table().find(wire.method(), wire.path()) instanceof Route.Found found
                && found.operation().id().equals(basis.operation().id());
    }

    private static Denial denial(Basis basis, String name, Sketch sketch) {
        return basis.denial(GATE, name, REASON, false, basis.scene().asking(sketch));
    }
}
