package dev.sandbank.lint;

import dev.sandbank.Finding;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import java.util.List;

/** What clients of both banks do, and what is found then. */
final class Clients {

    private Clients() {}

    /** The rules that found something, the worst first. */
    static List<String> rules(Sandbank bank) {
        return bank.findings().stream().map(Finding::rule).toList();
    }

    static Finding only(Sandbank bank) {
        List<Finding> all = bank.findings();
        if (all.size() != 1) {
            throw new AssertionError("expected one finding, but there are " + all);
        }
        return all.get(0);
    }

    /** Asks for a token over HTTP. */
    static String token(BuiltIn built, Sandbank bank) {
        return HttpCall.clientCredentials(bank, built.client()).send().text("/access_token");
    }

    /** A call that is allowed. */
    static Answer read(BuiltIn built, Sandbank bank, String token) {
        return HttpCall.get(bank, built.guarded())
                .onBehalfOf(UpholdSeed.BRUNO)
                .bearer(token)
                .send();
    }
}
