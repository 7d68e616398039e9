package dev.sandbank.uphold;

import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.math.BigDecimal;

/** Quotes and commits on behalf of one user. */
final class Payer {

    private final Sandbank bank;
    private final String user;
    private final String token;

    Payer(Sandbank bank, String user) {
        this(bank, user, "payouts");
    }

    Payer(Sandbank bank, String user, String client) {
        this.bank = bank;
        this.user = user;
        this.token = bank.tokens().forClient(client);
    }

    static String account(String id) {
        return "{\"type\":\"account\",\"id\":\"" + id + "\"}";
    }

    static String external(String id) {
        return "{\"type\":\"external-account\",\"id\":\"" + id + "\"}";
    }

    static String apm(String method) {
        return "{\"type\":\"apm\",\"method\":\"" + method + "\"}";
    }

    static String crypto(String asset, String network, String address, String more) {
        return "{\"type\":\"crypto-address\",\"asset\":\"" + asset + "\",\"network\":\"" + network + "\",\"address\":\""
                + address + "\"" + more + "}";
    }

    static String amount(String asset, String amount) {
        return "{\"asset\":\"" + asset + "\",\"amount\":\"" + amount + "\"}";
    }

    static String arriving(String asset, String amount) {
        return "{\"asset\":\"" + asset + "\",\"amount\":\"" + amount + "\",\"target\":\"destination\"}";
    }

    HttpCall quote(String origin, String destination, String denomination) {
        return quote(origin, destination, denomination, "");
    }

    /** @param more further members, with a comma before each */
    HttpCall quote(String origin, String destination, String denomination, String more) {
        return as(post(bank, "/core/transactions/quote"))
                .json("{\"origin\":" + origin + ",\"destination\":" + destination + ",\"denomination\":" + denomination
                        + more + "}");
    }

    /** Commits a quote, which must be one. */
    HttpCall commit(HttpCall quote) {
        return commit(quote.send().text("/quote/id"), "");
    }

    HttpCall commit(String quoteId, String more) {
        return as(post(bank, "/core/transactions")).json("{\"quoteId\":\"" + quoteId + "\"" + more + "}");
    }

    Answer transaction(String id) {
        return as(get(bank, "/core/transactions/" + id)).send();
    }

    JsonNode balance(String account) {
        return as(get(bank, "/core/accounts/" + account)).send().at("/account/balance");
    }

    BigDecimal total(String account) {
        return new BigDecimal(balance(account).path("total").asText());
    }

    HttpCall as(HttpCall call) {
        return call.bearer(token).onBehalfOf(user);
    }
}
