package dev.sandbank.junit.falsepasses;

import static dev.sandbank.DenialReason.SCOPE_MISSING;
import static dev.sandbank.DenialReason.TOKEN_UNKNOWN;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Caller;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Tests whose expected denial does not happen, or not alone. */
final class WrongDenials {

    private WrongDenials() {}

    @WrongTest(value = "`expectDenial(…)`, but the action calls nothing", says = "but no call reached the sandbox")
    @WithSandbank("apiture")
    static class CallsNobody {

        @Test
        void isDenied(Sandbank bank) {
            bank.expectDenial(SCOPE_MISSING, () -> {});
        }
    }

    @WrongTest(value = "`expectDenial(…)`, but the action fails by a bug of its own", says = "a bug of the client")
    @WithSandbank("apiture")
    static class FailsByItself {

        @Test
        void isDenied(Sandbank bank) {
            bank.expectDenial(SCOPE_MISSING, () -> {
                new Caller(bank).listAccounts("money-mover");
                throw new NullPointerException("a bug of the client");
            });
        }
    }

    @WrongTest(
            value = "`expectDenial(reason, exception, …)`, but the client throws another exception or none",
            says = "but the action threw nothing")
    @WithSandbank("apiture")
    static class ThrowsNothing {

        @Test
        void isDenied(Sandbank bank) {
            bank.expectDenial(
                    SCOPE_MISSING, TimeoutException.class, () -> new Caller(bank).listAccounts("money-mover"));
        }
    }

    @WrongTest(
            value = "`expectDenial(reason, operation, …)`, but the bank denies another operation",
            says = "but it was for scope-missing of listAccounts")
    @WithSandbank("apiture")
    static class DeniedElsewhere {

        @Test
        void isDenied(Sandbank bank) {
            bank.expectDenial(SCOPE_MISSING, "createTransfer", () -> new Caller(bank).listAccounts("money-mover"));
        }
    }

    @WrongTest(
            value = "`expectDenial(…)`, but the client then does it in another way",
            says = "but it also allowed a call that writes")
    @WithSandbank("uphold")
    static class DoneAllTheSame {

        @Test
        void isDenied(Sandbank bank) {
            bank.expectDenial(TOKEN_UNKNOWN, () -> {
                new Caller(bank).postWith("Bearer never-issued", "core.create-account");
                new Caller(bank).postWith("Bearer " + bank.tokens().forClient("ada-only"), "core.create-account");
            });
        }
    }
}
