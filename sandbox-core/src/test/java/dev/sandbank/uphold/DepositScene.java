package dev.sandbank.uphold;

import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.util.List;

/** A bank whose clock stands, and deposits to Ada's deposit methods. */
record DepositScene(Sandbank bank) {

    /** Ada's long-term bitcoin, whose deposit method is set up. */
    static final String BITCOIN = "5a1e8f37-62d0-4c9b-a3e4-b80f7c25d961";

    static Sandbank start() {
        return Sandbank.builder().fixtureText("""
                bank: uphold
                extends: uphold
                clock: 2031-03-03T09:00:00Z
                limits: [{id: deposits, on: [deposit], asset: EUR, minimum: "10.00", maximum: "5000.00"}]
                """).start();
    }

    /** Where the money goes: set up if it is not. */
    JsonNode details(String account, String type, String asset, String network) {
        String query = "?type=" + type + "&asset=" + asset + "&network=" + network;
        return call(bank, "PUT", "/core/accounts/" + account + "/deposit-method" + query)
                .bearer(bank.tokens().forClient("treasury"))
                .onBehalfOf(ADA)
                .send()
                .at("/depositMethod/details");
    }

    static ObjectNode body() {
        return (ObjectNode) Answer.parse("{}");
    }

    static ObjectNode sepa(JsonNode details, String amount) {
        ObjectNode body = body().put("network", "sepa").put("asset", "EUR").put("amount", amount);
        body.set("iban", details.path("iban"));
        body.set("reference", details.path("reference"));
        return body;
    }

    static ObjectNode coins(JsonNode details, String amount) {
        ObjectNode body = body().put("amount", amount);
        for (String member : List.of("network", "asset", "address", "reference")) {
            if (details.has(member)) {
                body.set(member, details.path(member));
            }
        }
        return body;
    }

    HttpCall deposit(String kind, Object body) {
        return as(ADA, kind, body);
    }

    HttpCall as(String user, String kind, Object body) {
        return post(bank, "/core/accounts/test-helpers/" + kind + "-deposits")
                .bearer(bank.tokens().forClient("treasury"))
                .onBehalfOf(user)
                .json(body.toString());
    }

    Answer newest() {
        return new Payer(bank, ADA)
                .as(get(bank, "/core/transactions?perPage=1"))
                .send();
    }
}
