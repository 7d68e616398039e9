package dev.sandbank.export;

import static dev.sandbank.testing.HttpCall.call;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankClient;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What can be done at Uphold. */
final class UpholdDoings extends Doings {

    private static final String USER = "/user/id";
    private static final String ACCOUNT = "/account/id";
    private static final String QUOTE = "/quote/id";
    private static final String TRANSACTION = "/transaction/id";
    private static final List<String> USERS =
            List.of(UpholdSeed.ADA, UpholdSeed.BRUNO, UpholdSeed.NELL, UpholdSeed.HARBOUR_COFFEE);
    private static final List<String> ACCOUNTS = List.of(
            UpholdSeed.ADAS_SPENDING,
            UpholdSeed.ADAS_SAVINGS,
            UpholdSeed.ADAS_POUNDS,
            UpholdSeed.ADAS_BITCOIN,
            UpholdSeed.ADAS_GIFTS,
            UpholdSeed.ADAS_RIPPLES);
    private static final List<String> AMOUNTS =
            List.of("13.01", "13.02", "13.03", "13.04", "010.0", "2", "0.1", "99.99", "5000", "20.00");
    private static final List<String> LABELS =
            List.of("Plain", "\u00e9\u2028x\u0085y\uFEFF!", "\uD83D\uDE00: {a}", "no", "012", "# y");
    private static final List<String> METADATA = List.of(
            "{\"a\":null,\"b\":[1.50,1e3,123456789012345678901234567890],\"c d: \":{\"\":\"\"}}",
            "{\"true\":true,\"x\":\"\\u0001\\u0085\"}");

    @Override
    String fixture(Random random) {
        return "bank: uphold\nextends: uphold\nclock: 2031-03-03T09:00:00.5Z\nseed: " + random.nextLong()
                + "\nsettings: {settlementDelay: " + one(random, List.of("PT0S", "PT20S", "PT1H"))
                + ", externalSettlementDelay: PT2H, quoteLifetime: PT10M}\n";
    }

    @Override
    Doings copy() {
        return remembering(new UpholdDoings());
    }

    @Override
    Told doOne(Sandbank bank, Random random) {
        String user = random.nextInt(3) > 0 ? UpholdSeed.ADA : madeOr(random, USER, USERS);
        return switch (random.nextInt(16)) {
            case 0 -> send(newUser(bank, random), USER);
            case 1, 2 -> send(as(bank, "POST", "/accounts", user).json(account(random)), ACCOUNT);
            case 3 ->
                send(
                        as(bank, "PATCH", "/accounts/" + madeOr(random, ACCOUNT, ACCOUNTS), user)
                                .json(label(random)),
                        "/");
            case 4 -> send(as(bank, "DELETE", "/accounts/" + madeOr(random, ACCOUNT, ACCOUNTS), user), "/");
            case 5, 6, 7, 8 -> paid(bank, random, user);
            case 9 -> send(as(bank, "POST", "/transactions/quote", user).json(quote(random)), QUOTE);
            case 10 ->
                send(
                        as(bank, "POST", "/transactions", user)
                                .json("{\"quoteId\":\"" + madeOr(random, QUOTE, ACCOUNTS) + "\"}"),
                        TRANSACTION);
            case 11 -> random.nextInt(3) > 0 ? Told.of("") : send(as(bank, "DELETE", "/users/me", user), "/");
            case 12, 13 -> pass(bank, random);
            default -> control(bank, random, user);
        };
    }

    private Told paid(Sandbank bank, Random random, String user) {
        Told quote = send(as(bank, "POST", "/transactions/quote", user).json(quote(random)), QUOTE);
        return quote.text(QUOTE)
                .map(id -> send(
                        as(bank, "POST", "/transactions", user)
                                .json("{\"quoteId\":\"" + id + "\",\"metadata\":" + one(random, METADATA) + "}"),
                        TRANSACTION))
                .orElse(quote);
    }

    private static Told pass(Sandbank bank, Random random) {
        bank.clock().advance(Duration.ofSeconds(random.nextInt(2) == 0 ? random.nextInt(40) : random.nextInt(20_000)));
        return Told.of("");
    }

    private Told control(Sandbank bank, Random random, String user) {
        try {
            switch (random.nextInt(12)) {
                case 8 -> bank.account(madeOr(random, ACCOUNT, ACCOUNTS)).set("label", one(random, LABELS));
                case 9 -> bank.resource("rates", "EUR-GBP").set("value", "0.9" + random.nextInt(9));
                case 10 ->
                    bank.resource("transactions", madeOr(random, TRANSACTION, ACCOUNTS))
                            .set("settlesAt", "2031-03-03T1" + random.nextInt(9) + ":00:00Z");
                case 11 ->
                    bank.resource("users", madeOr(random, USER, List.of(UpholdSeed.NELL)))
                            .remove();
                case 0 -> bank.user(user).block();
                case 1, 2 -> bank.user(user).unblock();
                case 3 -> bank.client("desk").setScopes("core.accounts:read");
                case 4 -> bank.client("desk").setSecret("a \"quoted\" secret: #" + random.nextInt());
                case 5 -> bank.client("desk").disable();
                case 6 -> bank.user(UpholdSeed.DORA).become("active");
                default -> bank.client("desk").enable();
            }
            return Told.of("");
        } catch (IllegalArgumentException unknown) {
            return Told.of(String.valueOf(unknown.getMessage()));
        }
    }

    private static HttpCall newUser(Sandbank bank, Random random) {
        return call(bank, "POST", "/core/users")
                .bearer(bank.tokens().forClient("onboarding"))
                .header("X-Uphold-User-Ip", "192.0.2.7")
                .json(newUser(random));
    }

    private static String newUser(Random random) {
        return "{\"type\":\"individual\",\"email\":\"u" + random.nextInt(40) + "@example.test\",\"fullName\":\""
                + "Ines Prado"
                + "\",\"birthdate\":\"1990-03-03\",\"primaryCitizenship\":\"PT\",\"termsOfService\":\"general-gb-fca\","
                + "\"phone\":{\"number\":\"+4474001234" + (10 + random.nextInt(80)) + "\",\"country\":\"GB\"},"
                + "\"address\":{\"country\":\"GB\",\"subdivision\":\"GB-MAN\",\"city\":\"Manchester\","
                + "\"line1\":\"1 High Street\",\"postalCode\":\"M4 1AA\"},\"metadata\":" + one(random, METADATA) + "}";
    }

    private static String account(Random random) {
        return "{\"label\":\"" + one(random, LABELS) + "\",\"asset\":\"" + one(random, List.of("EUR", "GBP", "BTC"))
                + "\",\"metadata\":" + one(random, METADATA) + "}";
    }

    private static String label(Random random) {
        return "{\"label\":\"" + one(random, LABELS) + "\"}";
    }

    private String quote(Random random) {
        String asset = one(random, List.of("EUR", "EUR", "EUR", "GBP"));
        return "{\"origin\":" + node(random) + ",\"destination\":" + node(random) + ",\"denomination\":{\"asset\":\""
                + asset + "\",\"amount\":\"" + one(random, AMOUNTS) + "\"}}";
    }

    private String node(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> "{\"type\":\"external-account\",\"id\":\"" + UpholdSeed.ADAS_BANK + "\"}";
            case 1 ->
                "{\"type\":\"crypto-address\",\"asset\":\"BTC\",\"network\":\"bitcoin\","
                        + "\"address\":\"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa\"}";
            case 2 -> "{\"type\":\"external-account\",\"id\":\"" + UpholdSeed.ADAS_CARD + "\"}";
            case 3 -> "{\"type\":\"apm\",\"method\":\"paypal\"}";
            default -> "{\"type\":\"account\",\"id\":\"" + madeOr(random, ACCOUNT, ACCOUNTS) + "\"}";
        };
    }

    private static HttpCall as(Sandbank bank, String method, String path, String user) {
        HttpCall call = call(bank, method, "/core" + path).bearer(bank.tokens().forClient("payouts"));
        return user.isEmpty() ? call : call.onBehalfOf(user);
    }

    @Override
    List<Told> readAll(Sandbank bank) {
        List<Told> all = new ArrayList<>();
        List<String> users = new ArrayList<>(USERS);
        users.addAll(made(USER));
        users.addAll(List.of(UpholdSeed.MALLORY, UpholdSeed.QUAY_TRADERS, UpholdSeed.DORA));
        String token = bank.tokens().forClient("payouts");
        List<String> paths = new ArrayList<>(List.of(
                "/users/me",
                "/accounts?perPage=3",
                "/accounts?perPage=3&page=2",
                "/accounts/defaults",
                "/transactions?perPage=50",
                "/transactions?perPage=2&page=2"));
        for (String user : users) {
            paths.forEach(path -> all.add(Told.of(call(bank, "GET", "/core" + path)
                    .bearer(token)
                    .onBehalfOf(user)
                    .send())));
        }
        List<String> ids = new ArrayList<>(ACCOUNTS);
        ids.addAll(made(ACCOUNT));
        ids.addAll(made(TRANSACTION));
        ids.addAll(made(QUOTE));
        for (String id : ids) {
            for (String path : List.of("/accounts/" + id, "/transactions/" + id, "/accounts/" + id + "/transactions")) {
                for (String user : List.of(UpholdSeed.ADA, UpholdSeed.BRUNO)) {
                    all.add(Told.of(call(bank, "GET", "/core" + path)
                            .bearer(token)
                            .onBehalfOf(user)
                            .send()));
                }
            }
        }
        for (String client : bank.names().all(dev.sandbank.SandbankNames.Kind.CLIENT)) {
            all.add(ofClient(bank, client));
        }
        return all;
    }

    private static Told ofClient(Sandbank bank, String id) {
        try {
            SandbankClient client = bank.client(id);
            String token = bank.tokens().forClient(id);
            return new Told(
                    0,
                    Told.of(call(bank, "GET", "/core/accounts").bearer(token).send())
                            .headers(),
                    client.scopes() + client.secret());
        } catch (IllegalArgumentException | IllegalStateException refused) {
            return Told.of(String.valueOf(refused.getMessage()));
        }
    }
}
