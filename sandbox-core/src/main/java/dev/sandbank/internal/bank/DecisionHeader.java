package dev.sandbank.internal.bank;

import dev.sandbank.Decision;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import java.util.List;

/**
 * The header that shows callers how a call was decided, which a real bank does not send: an item with parameters (RFC
 * 9651), such as {@code refused;reason="scope-missing";gate="scope";saw="needs
 * …";operation="listAccounts";client="money-mover"}.
 */
final class DecisionHeader {

    private static final String NAME = "Sandbank-Decision";
    private static final int LONGEST = 500;

    private DecisionHeader() {}

    static DecidedReply mark(DecidedReply answered) {
        return answered.with(answered.reply().withHeader(NAME, text(answered)));
    }

    private static String text(DecidedReply answered) {
        Decision decision = answered.decision();
        return answered.refused()
                        .map(refusal -> refused(decision.gates(), refusal))
                        .orElse("allowed")
                + parameter("operation", decision.operation())
                + parameter("client", decision.client())
                + parameter("subject", decision.subject());
    }

    private static String refused(List<Decision.Gate> gates, Refusal refusal) {
        String gate = gates.isEmpty() ? "" : gates.get(gates.size() - 1).name();
        return "refused" + parameter("reason", refusal.key()) + parameter("gate", gate)
                + parameter("saw", refusal.detail());
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : ";" + name + "=\"" + string(value) + '"';
    }

    /** Formats a string of RFC 9651 §3.3.3: printable ASCII; any other character becomes a question mark. */
    private static String string(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().limit(LONGEST).forEach(character -> {
            boolean printable = character >= ' ' && character <= '~';
            text.append(character == '"' || character == '\\' ? "\\" : "").append(printable ? (char) character : '?');
        });
        return text.toString();
    }
}
