package dev.sandbank.internal.input;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.path.NodePath;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One run of the schema library, which ends after too many steps or errors.
 *
 * <p>It counts steps, not seconds, so that the same call gets the same answer on every machine.
 */
final class BoundedExecution extends ExecutionContext {

    /** The limit of steps, which take about half a second. */
    static final long MOST_STEPS = 50_000_000;

    private static final int MOST_ERRORS = 100;
    private static final int STEPS_OF_A_KEYWORD = 10;
    private static final int LONGEST_PLACE = 6;

    private long left = MOST_STEPS;
    private @Nullable NodePath begun;

    BoundedExecution() {
        super(ExecutionConfig.builder()
                .locale(Locale.ENGLISH)
                .formatAssertionsEnabled(true)
                .build());
    }

    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new UncheckableException("it would take too long");
        }
    }

    /**
     * Returns the keyword that was checked last: the end of its path in the schema, since schemas may refer to
     * themselves.
     */
    String place() {
        NodePath path = begun;
        if (path == null) {
            return "";
        }
        StringBuilder steps = new StringBuilder();
        int length = path.getNameCount();
        for (int i = Math.max(0, length - LONGEST_PLACE); i < length; i++) {
            steps.append('/').append(path.getElement(i));
        }
        return length > LONGEST_PLACE ? "…" + steps : steps.toString();
    }

    @Override
    public void evaluationPathAddLast(String token) {
        super.evaluationPathAddLast(token);
        begun = getEvaluationPath();
        spend(STEPS_OF_A_KEYWORD);
    }

    @Override
    public void evaluationPathAddLast(int token) {
        super.evaluationPathAddLast(token);
        begun = getEvaluationPath();
        spend(STEPS_OF_A_KEYWORD);
    }

    /** Adds an error, up to a limit: further ones do not change the result. */
    @Override
    public void addError(Error error) {
        if (getErrors().size() < MOST_ERRORS) {
            super.addError(error);
        }
    }
}
