package dev.sandbank.internal.init;

import dev.sandbank.internal.fixture.problem.Problem;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import java.util.List;
import java.util.stream.Collectors;

/** Names places in a description as problems do: {@code openapi.yaml:12: paths["/accounts"].get}. */
final class Places {

    private Places() {}

    static String pointer(List<String> steps) {
        return steps.stream()
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    static String of(JsonLocation part) {
        return of(part.problem(""));
    }

    static String of(Problem problem) {
        return "openapi.yaml:" + problem.line() + ": " + problem.path();
    }
}
