package dev.sandbank.internal.denial;

import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.Sandbank;
import dev.sandbank.internal.control.BankControl;

/**
 * One path of a blocked user to one operation, and the answer at its end.
 *
 * @param flow how to go there
 * @param answer the bank's answer in the rehearsal
 */
record RehearsedAuthPath(AuthFlow flow, Answer answer) implements AuthPath {

    @Override
    public String user() {
        return flow.user();
    }

    @Override
    public String grant() {
        return flow.way().words();
    }

    @Override
    public String client() {
        return flow.client();
    }

    @Override
    public String operation() {
        return flow.call().operation().id();
    }

    @Override
    public String stop() {
        return flow.endsAt();
    }

    @Override
    public boolean allowed() {
        return answer.allowed();
    }

    @Override
    public String reason() {
        return answer.reason();
    }

    @Override
    public int status() {
        return answer.status();
    }

    @Override
    public String code() {
        return answer.code().word();
    }

    @Override
    public String codeInBody() {
        return answer.code().whole();
    }

    @Override
    public ArrangedCall arrange(Sandbank bank) {
        return bank instanceof Elsewhere elsewhere ? elsewhere.arrange(this) : arrange((BankControl) bank);
    }

    ArrangedCall arrange(BankControl control) {
        return flow.awaited(control, flow.arrange(control), answer.caller());
    }

    @Override
    public String toString() {
        return AuthPaths.told(this);
    }
}
