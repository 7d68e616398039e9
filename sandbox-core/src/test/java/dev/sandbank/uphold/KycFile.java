package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import java.util.Map;

/**
 * What the bank knows of one person, read and updated by the client that gets to know users.
 *
 * @param bank where
 * @param user who
 */
record KycFile(Sandbank bank, String user) {

    HttpCall overview(String... detailed) {
        HttpCall call = as(get(bank, "/core/kyc"));
        return detailed.length == 0 ? call : call.query("detailed", String.join(",", detailed));
    }

    /** One of the processes, in detail. */
    AnswerAssert is(String process, String status) {
        return assertThat(overview(process)).wasAllowed().has("/processes/" + process + "/status", status);
    }

    HttpCall update(String process, String body) {
        return as(call(bank, "PATCH", "/core/kyc/processes/" + process)).json(body);
    }

    /** An update that does not suit the bank. */
    AnswerAssert refused(String process, String body, String code) {
        return assertThat(update(process, body)).hasStatus(409).has("/code", code);
    }

    AnswerAssert forbidden(String process, String body, String reason) {
        return refused(process, body, "operation_not_allowed").has("/details/reasons/0", reason);
    }

    /** Tells of a process what a fixture might. */
    void tell(String process, Map<String, Object> told) {
        bank.resource("users", user).set("/kyc/" + process, told);
    }

    HttpCall as(HttpCall call) {
        return call.bearer(bank.tokens().forClient("compliance")).onBehalfOf(user);
    }
}
