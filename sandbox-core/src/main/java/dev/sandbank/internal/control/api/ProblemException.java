package dev.sandbank.internal.control.api;

/** Ends the reading of a request that is wrong. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(new Problem(400, detail));
    }

    Problem problem() {
        return problem;
    }
}
