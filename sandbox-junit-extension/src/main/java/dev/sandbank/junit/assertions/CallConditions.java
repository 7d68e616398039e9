package dev.sandbank.junit.assertions;

import static java.util.function.Predicate.not;

import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.SandbankNames.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The conditions on a call and its decision. */
final class CallConditions {

    private static final String IN_A_NAME = "[\\w/:-]";

    private CallConditions() {}

    static CallCondition to(String operation) {
        return named(
                        "to ",
                        operation,
                        "to no operation",
                        call -> call.decision().operation())
                .about(Kind.OPERATION, operation);
    }

    static CallCondition by(String client) {
        return named(
                        "by client ",
                        client,
                        "by no known client",
                        call -> call.decision().client())
                .about(Kind.CLIENT, client);
    }

    static CallCondition forUser(String user) {
        return named(
                        "for user ",
                        user,
                        "for no user",
                        call -> user(call.decision().subject()))
                .about(Kind.USER, user);
    }

    /** A subject is {@code client x}, {@code user x}, or {@code user:type x}. */
    private static String user(String subject) {
        return subject.matches("user(:\\S+)? .*") ? subject.substring(subject.indexOf(' ') + 1) : "";
    }

    /** A call may belong to several tests, so there is no single name to compare. */
    static CallCondition duringTest(String name) {
        return CallCondition.of(
                "during test " + name,
                call -> call.tests().contains(name)
                        ? Optional.empty()
                        : Optional.of(
                                call.tests().isEmpty()
                                        ? "during no test"
                                        : "during test " + String.join(", ", call.tests())));
    }

    static CallCondition atGate(String gate) {
        return named(
                "refused at gate ",
                gate,
                "allowed",
                call -> refusing(call.decision()).map(Decision.Gate::name).orElse(""));
    }

    static CallCondition refusedAs(String reason) {
        return named(
                        "refused as ",
                        reason,
                        "allowed",
                        call -> call.decision().refusedFor(reason)
                                ? reason
                                : call.decision().refusal())
                .about(Kind.DENIAL_REASON, reason);
    }

    static CallCondition refused() {
        return CallCondition.of("refused", call -> {
            Decision decision = call.decision();
            boolean somewhere = !decision.operation().isEmpty();
            return instead(
                    somewhere && !decision.allowed(),
                    decision.allowed()
                            ? "allowed"
                            : "refused as " + decision.refusal() + " before it reached an operation");
        });
    }

    /** Allowed, and no fault spoiled the reply. */
    static CallCondition answered() {
        return CallCondition.of(
                "allowed",
                call -> allowed()
                        .instead()
                        .apply(call)
                        .or(() -> call.decision().spoiledBy().map(why -> "allowed, but " + why)));
    }

    static CallCondition allowed() {
        return CallCondition.of(
                "allowed",
                call -> instead(
                        call.decision().allowed(),
                        "refused as " + call.decision().refusal()));
    }

    static CallCondition status(int status) {
        return CallCondition.of(
                "with status " + status, call -> instead(call.status() == status, "with status " + call.status()));
    }

    /** The refusal is about this name: the call lacks it, or the refusing gate mentions it. */
    static CallCondition naming(String name) {
        return CallCondition.of("naming " + name, call -> {
            Decision decision = call.decision();
            boolean spoken = !decision.held().contains(name) && speaks(decision, name);
            return instead(
                    decision.required().contains(name) || spoken,
                    decision.required().isEmpty()
                            ? "naming nothing like it"
                            : "naming " + String.join(", ", decision.required()));
        });
    }

    private static boolean speaks(Decision decision, String name) {
        Pattern word = Pattern.compile("(?<!" + IN_A_NAME + ")" + Pattern.quote(name) + "(?!" + IN_A_NAME + ")");
        return refusing(decision)
                .filter(gate -> word.matcher(gate.saw()).find())
                .isPresent();
    }

    private static Optional<Decision.Gate> refusing(Decision decision) {
        List<Decision.Gate> gates = decision.gates();
        return decision.allowed() || gates.isEmpty() ? Optional.empty() : Optional.of(gates.get(gates.size() - 1));
    }

    private static CallCondition named(String before, String name, String nothing, Function<Exchange, String> found) {
        return CallCondition.of(
                before + name,
                call -> Optional.of(found.apply(call))
                        .filter(not(name::equals))
                        .map(other -> other.isEmpty() ? nothing : before + other));
    }

    static Optional<String> instead(boolean fits, String instead) {
        return fits ? Optional.empty() : Optional.of(instead);
    }
}
