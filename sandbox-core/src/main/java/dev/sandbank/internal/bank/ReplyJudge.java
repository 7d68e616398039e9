package dev.sandbank.internal.bank;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.dialect.ApiDescription;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.input.ReplyCheck;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Settings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks replies against the bank's description, if the fixture asks for it, and reports those that differ. */
final class ReplyJudge {

    private static final Logger LOG = System.getLogger("dev.sandbank");
    private static final int MOST_TOLD = 5;

    private final @Nullable ReplyCheck check;

    private ReplyJudge(@Nullable ReplyCheck check) {
        this.check = check;
    }

    static ReplyJudge of(Dialect dialect, Settings settings) {
        ApiDescription description = dialect.offer().description();
        return new ReplyJudge(
                description == null || !settings.flag(ApiDescription.CHECK_REPLIES)
                        ? null
                        : new ReplyCheck(description.replies()));
    }

    DecidedReply judged(DecidedReply answered) {
        String operation = answered.decision().operation();
        if (check == null || operation.isEmpty()) {
            return answered;
        }
        List<String> wrong = check.wrong(operation, answered.reply());
        if (wrong.isEmpty()) {
            return answered;
        }
        String told = "does not match the description: "
                + String.join("; ", wrong.subList(0, Math.min(wrong.size(), MOST_TOLD)));
        LOG.log(
                Level.WARNING,
                "{0}: the reply with status {1} {2}",
                operation,
                answered.reply().status(),
                told);
        List<Gate> gates = new ArrayList<>(answered.decision().gates());
        gates.add(new Gate("reply", Verdict.SPOILED, told));
        return answered.with(answered.reply(), gates);
    }
}
