package dev.sandbank.junit.internal.catalogue;

import dev.sandbank.AuthPath;
import dev.sandbank.junit.ArrangedAuthPath;
import dev.sandbank.junit.EveryAuthPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/** Lists the ways for which an annotation asks, without starting a sandbox. */
public final class AuthPathProvider implements ArgumentsProvider, AnnotationConsumer<EveryAuthPath> {

    private String user = "";
    private Set<String> operations = Set.of();
    private String stop = "";
    private String bank = "";

    @Override
    public void accept(EveryAuthPath asked) {
        if (asked.value().isEmpty() == asked.user().isEmpty()) {
            throw new ParameterResolutionException(
                    "@EveryAuthPath takes exactly one user: write @EveryAuthPath(\"ada\")");
        }
        user = asked.value().isEmpty() ? asked.user() : asked.value();
        operations = Set.of(asked.operations());
        stop = asked.stop();
        bank = asked.bank();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        String annotation = "@EveryAuthPath(\"" + user + "\")";
        Catalogued.requireOwn(context, bank, annotation);
        List<AuthPath> all = Catalogued.at(context, bank, annotation, builder -> builder.authPaths(user));
        Set<String> known = new TreeSet<>(all.stream().map(AuthPath::operation).toList());
        operations.stream().filter(operation -> !known.contains(operation)).forEach(operation -> {
            throw new ParameterResolutionException(annotation + ": the user has no way to an operation \"" + operation
                    + "\", only to " + String.join(", ", known));
        });
        if (!stop.isEmpty() && all.stream().noneMatch(path -> path.stop().equals(stop))) {
            throw new ParameterResolutionException(annotation + ": no way of the user ends at \"" + stop
                    + "\": write sign-in, token or call, or leave stop out");
        }
        return all.stream()
                .filter(path -> stop.isEmpty() || path.stop().equals(stop))
                .filter(path -> operations.isEmpty() || operations.contains(path.operation()))
                .map(this::argument)
                .map(Arguments::of);
    }

    private ArrangedAuthPath argument(AuthPath path) {
        return CatalogueArgument.of(
                ArrangedAuthPath.class,
                bank,
                path,
                path::arrange,
                (seen, call) -> seen.require(
                        endpoint(path) + (path.allowed() ? ", allowed" : ", refused for " + path.reason()),
                        decision -> decision.operation().equals(endpoint(path))
                                && decision.refusal().equals(path.reason()),
                        call::differences));
    }

    /** The operation or endpoint as the journal names it. */
    private static String endpoint(AuthPath path) {
        return switch (path.stop()) {
            case "sign-in" -> "authorization";
            case "token" -> "token";
            default -> path.operation();
        };
    }
}
