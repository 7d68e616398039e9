package dev.sandbank.junit.falsepasses;

import dev.sandbank.BadToken;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.ArrangedAuthPath;
import dev.sandbank.junit.ArrangedDenial;
import dev.sandbank.junit.BadTokens;
import dev.sandbank.junit.Denials;
import dev.sandbank.junit.EveryAuthPath;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Caller;
import dev.sandbank.junit.kit.Requests;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Clients that do not do what a catalogue arranged. They assert nothing, on purpose: {@link FalsePassesTest} runs each, and fails if
 * one passes.
 */
final class WrongClients {

    private static final String UNMET = "the expected call did not arrive";

    private WrongClients() {}

    @WrongTest(value = "`@Denials`, but the client always posts `{}`", says = UNMET)
    @WithSandbank("apiture")
    static class PostsNothing {

        @ParameterizedTest
        @Denials(
                value = "createTransfer",
                gates = {"input", "resource", "entitlement", "rules"})
        void pays(ArrangedDenial denial) {
            Requests.send(HttpRequest.newBuilder(denial.url())
                    .header("Authorization", "Bearer " + denial.token())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))
                    .build());
        }
    }

    @WrongTest(value = "`@Denials`, but the client always asks for the same account", says = "its accountId is not")
    @WithSandbank("apiture")
    static class AsksForAnother {

        @ParameterizedTest
        @Denials(
                value = "getAccount",
                gates = {"token", "scope", "blocked"})
        void reads(ArrangedDenial denial, Sandbank bank) {
            HttpRequest.Builder request = HttpRequest.newBuilder(bank.url("getAccount", "acct-9b22d7"));
            denial.headers().forEach(request::header);
            Requests.send(request.build());
        }
    }

    @WrongTest(value = "`@Denials`, but the client uses a token of its own", says = "it was not made by client")
    @WithSandbank("apiture")
    static class CallsBySomebodyElse {

        @ParameterizedTest
        @Denials(value = "listAccounts", gates = "scope")
        void lists(ArrangedDenial denial, Sandbank bank) {
            new Caller(bank).get(denial.operation(), bank.tokens().forClient("money-mover"));
        }
    }

    @WrongTest(value = "`@BadTokens`, but the client always sends `Bearer null`", says = UNMET)
    @WithSandbank("apiture")
    static class SendsNull {

        @ParameterizedTest
        @BadTokens
        void lists(BadToken bad, Sandbank bank) {
            new Caller(bank).get("listAccounts", "null");
        }
    }

    @WrongTest(value = "`@EveryAuthPath`, but the client calls another operation", says = UNMET)
    @WithSandbank("apiture")
    static class CallsSomethingElse {

        @ParameterizedTest
        @EveryAuthPath(user = "ada", operations = "listAccounts")
        void reads(ArrangedAuthPath path, Sandbank bank) {
            new Caller(bank).get("getAccount", path.token(), "acct-4f81c0");
        }
    }

    @WrongTest(
            value = "`@Denials`, `@BadTokens` or `@EveryAuthPath`, but the client calls nothing",
            says = "No call reached the sandbox")
    @WithSandbank("apiture")
    static class CallsNobody {

        @ParameterizedTest
        @Denials(value = "createTransfer", gates = "scope")
        void passes(ArrangedDenial denial) {}
    }

    @WrongTest(value = "a catalogue, but all of its runs share one sandbox", says = "but all runs share")
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
    static class SharesItsSandbox {

        @ParameterizedTest
        @Denials("createTransfer")
        void pays(ArrangedDenial denial) {
            Requests.send(denial.request());
        }
    }
}
