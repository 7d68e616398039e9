package dev.sandbank.internal.control.api;

/** Ends the reading of a request that is wrong. */
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
