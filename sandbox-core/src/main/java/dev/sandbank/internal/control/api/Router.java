package dev.sandbank.internal.control.api;

import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the operation that a request is for, and reads it as that operation wants it.
 *
 * @param operations all there are
 * @param bank the sandbox
 */
record Router(List<ControlOperation> operations, BankControl bank) {

    Router {
        operations = List.copyOf(operations);
    }

    /** @throws ProblemException if nothing can be called so */
    Outcome answer(Request request) {
        List<ControlOperation> here = operations.stream()
                .filter(operation -> operation.match(request.path()).isPresent())
                .toList();
        ControlOperation operation = here.stream()
                .filter(one -> one.serves(request.method()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(here.isEmpty() ? unknown(request) : notAllowed(request, here)));
        Query query = Query.of(request.query(), operation.parameters());
        JsonBody content = JsonBody.read(request, operation.members());
        Map<String, String> path = operation.match(request.path()).orElseThrow();
        return operation.work().answer(new ControlRequest(path, query, content, bank));
    }

    private ProblemDetails unknown(Request request) {
        List<String> paths =
                operations.stream().map(ControlOperation::path).distinct().toList();
        return new ProblemDetails(
                404,
                "there is no " + SafeEcho.of(request.path()) + " in the control API"
                        + DidYouMean.hint(request.path(), paths));
    }

    private static ProblemDetails notAllowed(Request request, List<ControlOperation> here) {
        TreeSet<String> allowed = new TreeSet<>();
        here.forEach(operation -> allowed.add(operation.method()));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        String allow = String.join(", ", allowed);
        return new ProblemDetails(
                405, SafeEcho.of(request.method()) + " is not one of " + allow, Map.of("Allow", allow));
    }
}
