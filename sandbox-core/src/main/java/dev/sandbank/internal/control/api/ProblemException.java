package dev.sandbank.internal.control.api;

/** A request is not valid; ends its reading. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemDetails problem;

    ProblemException(ProblemDetails problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(new ProblemDetails(400, detail));
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(new ProblemDetails(404, SafeEcho.sentence(detail)));
    }

    ProblemDetails problem() {
        return problem;
    }
}
