package dev.sandbank.export;

import static dev.sandbank.testing.ApitureSeed.ADA;
import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.BOB;
import static dev.sandbank.testing.ApitureSeed.BOB_BATCH;
import static dev.sandbank.testing.ApitureSeed.CAROL_BATCH;
import static dev.sandbank.testing.HttpCall.call;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankEnvironment;
import dev.sandbank.testing.ApitureSeed;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What can be done at Apiture, in its three environments. */
final class ApitureDoings extends Doings {

    private static final String ID = "/id";
    private static final List<String> CLIENTS =
            List.of(ADA_BATCH, ADA_BATCH, ADA_BATCH, BOB_BATCH, CAROL_BATCH, "back-office", "back-office");
    private static final List<String> READERS = List.of(
            ADA_BATCH,
            BOB_BATCH,
            CAROL_BATCH,
            "nell-batch",
            "mallory-batch",
            "dora-batch",
            "back-office",
            "money-mover");
    private static final List<String> ACCOUNTS = List.of(
            ApitureSeed.SAVER,
            ApitureSeed.RAINY_DAY,
            ApitureSeed.EVERYDAY,
            ApitureSeed.HOUSEHOLD,
            ApitureSeed.OPERATING,
            ApitureSeed.TAX_RESERVE,
            ApitureSeed.EXTERNAL);
    private static final List<String> BATCHES =
            List.of(ApitureSeed.PAYROLL, ApitureSeed.VENDORS, ApitureSeed.TAXES, ApitureSeed.SUBMITTED);
    private static final List<String> TRANSFERS = List.of("xfer-savings", "xfer-someday", "xfer-approval");
    private static final List<String> SCHEDULES = List.of(
            "{\"frequency\":\"once\",\"scheduledOn\":\"2031-03-03\"}",
            "{\"frequency\":\"once\",\"scheduledOn\":\"2031-03-05\"}",
            "{\"frequency\":\"once\",\"scheduledOn\":\"2031-03-05\"}",
            "{\"frequency\":\"once\"}",
            "{\"frequency\":\"weekly\",\"scheduledOn\":\"2031-03-04\",\"recurrenceType\":\"fixed\",\"count\":3}",
            "{\"frequency\":\"daily\",\"scheduledOn\":\"2031-03-05\",\"recurrenceType\":\"fixed\",\"endsOn\":\"2031-04-05\"}",
            "{\"frequency\":\"monthly\",\"scheduledOn\":\"2031-03-31\",\"recurrenceType\":\"fixed\",\"amountLimit\":\"90.00\"}",
            "{\"frequency\":\"monthlyLastDay\",\"scheduledOn\":\"2031-03-31\",\"recurrenceType\":\"variable\"}",
            "{\"frequency\":\"occasional\"}");
    private static final List<String> SETTINGS = List.of(
            "externalTransferDays: 3",
            "transferProcessing: cutOff, cutOffTime: \"17:00\", timeZone: America/New_York",
            "challengeTransfers: [external], fundsCheck: never",
            "internalTransfersOnClosedDays: false, bankHolidays: [\"2031-03-05\"]");

    @Override
    String fixture(Random random) {
        return "bank: apiture\nextends: apiture\nclock: 2031-03-03T09:00:00.123456Z\nseed: " + random.nextInt()
                + "\nsettings: {idempotencyKeys: replay, " + one(random, SETTINGS) + "}\nusers:\n"
                + "  - {id: ada, username: ada, password: x, claims: {name: Ada}, identityChallenge: {tokens: ["
                + "{token: token-one}, {token: token-two, expiresAt: 2031-04-03T09:00:00Z}]}}\n";
    }

    @Override
    Doings copy() {
        return remembering(new ApitureDoings());
    }

    @Override
    Told doOne(Sandbank bank, Random random) {
        String client = one(random, CLIENTS);
        String transfer = "/transfers/" + madeOr(random, ID, TRANSFERS);
        String batch = "/paymentBatches/" + one(random, BATCHES);
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> send(created(bank, client, random), ID);
            case 5, 6 -> send(as(bank, client, "PATCH", transfer).json(changed(random)), "/");
            case 7 -> send(as(bank, client, "DELETE", transfer), "/");
            case 8 -> send(as(bank, client, "POST", batch + "/approve"), "/");
            case 9 -> send(as(bank, client, "POST", batch + "/submit"), "/");
            case 10 -> send(as(bank, client, "PATCH", batch).json("{\"name\":\"N " + random.nextInt() + "\"}"), "/");
            case 11 -> random.nextBoolean() ? Told.of("") : send(as(bank, client, "DELETE", batch), "/");
            case 12, 13 -> pass(bank, random);
            default -> control(bank, random);
        };
    }

    private static HttpCall created(Sandbank bank, String client, Random random) {
        String body = "{\"amount\":\"" + (1 + random.nextInt(90)) + ".00\",\"sourceAccount\":{\"id\":\""
                + one(random, ACCOUNTS) + "\"},\"targetAccount\":{\"id\":\"" + one(random, ACCOUNTS)
                + "\"},\"memo\":\"" + one(random, List.of("a: #b", "", "\\u0009\\\\ \\\"x\\\"")) + "\",\"schedule\":"
                + one(random, SCHEDULES) + "}";
        HttpCall call = as(bank, client, "POST", "/transfers").json(body);
        if (random.nextInt(3) == 0) {
            call.header("Idempotency-Key", "key-" + random.nextInt(4));
        }
        return random.nextInt(3) == 0 ? call.header("Challenge", one(random, List.of("token-one", "token-two"))) : call;
    }

    private static String changed(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "{\"memo\":null}";
            case 1 -> "{\"amount\":\"0.50\"}";
            case 2 -> "{\"memo\":\"other\",\"schedule\":" + one(random, SCHEDULES) + "}";
            default -> "{\"schedule\":{\"scheduledOn\":\"2031-03-05\",\"frequency\":\"once\"}}";
        };
    }

    private static Told pass(Sandbank bank, Random random) {
        bank.clock()
                .advance(Duration.ofMinutes(random.nextInt(4) == 0 ? random.nextInt(60_000) : random.nextInt(2_000)));
        return Told.of("");
    }

    private Told control(Sandbank bank, Random random) {
        try {
            if (random.nextBoolean()) {
                change(bank, random);
            } else {
                edit(bank, random);
            }
            return Told.of("");
        } catch (IllegalArgumentException refused) {
            return Told.of(String.valueOf(refused.getMessage()));
        }
    }

    private static void change(Sandbank bank, Random random) {
        SandbankEnvironment cat = bank.environment("cat");
        switch (random.nextInt(9)) {
            case 0 -> bank.user(BOB).block();
            case 1 -> bank.user(BOB).unblock();
            case 2 -> bank.user(BOB).entitle(ApitureSeed.SAVER, "view", "transferFrom");
            case 3 -> bank.user(ADA).withdraw(ApitureSeed.SAVER, "transferFrom");
            case 4 -> bank.user(ADA).entitle(ApitureSeed.SAVER, "transferFrom");
            case 5 -> bank.user("carol").become(random.nextBoolean() ? "read-only" : "active");
            case 6 -> cat.user(ADA).block();
            case 7 -> cat.client("cat-suite").setSecret("s " + random.nextInt());
            default -> bank.user("dora").entitle(ApitureSeed.NOBODYS, "view");
        }
    }

    private void edit(Sandbank bank, Random random) {
        String name = "u" + random.nextInt(3);
        switch (random.nextInt(9)) {
            case 0, 1 -> bank.account(one(random, ACCOUNTS)).set("balance", random.nextInt(900) + ".00");
            case 2 -> bank.add("users", "{id: " + name + ", username: " + name + ", password: p}");
            case 3 -> bank.resource("users", name).remove();
            case 4 -> bank.user(name).entitle(one(random, ACCOUNTS), "view");
            case 5 -> bank.resource("transfers", madeOr(random, ID, TRANSFERS)).remove();
            case 6 -> bank.resource("transfers", madeOr(random, ID, TRANSFERS)).set("memo", "edited");
            case 7 -> bank.account(ApitureSeed.TAX_RESERVE).remove();
            default -> bank.environment("cat2").account("acct-cat201").set("label", "yes");
        }
    }

    private static HttpCall as(Sandbank bank, String client, String method, String path) {
        return call(bank, method, "/banking" + path).bearer(bank.tokens().forClient(client));
    }

    @Override
    List<Told> readAll(Sandbank bank) {
        List<String> paths = new ArrayList<>(List.of(
                "/accounts?limit=4",
                "/accountBalances",
                "/transfers?historical=true",
                "/transfers?limit=2",
                "/transfers?scheduledOn=%5B2031-01-01,2032-12-31%5D",
                "/paymentBatches",
                "/institutions/SANDBANK/transferSchedule?frequency=weekly&scheduledOn=2031-07-03",
                "/institutionByLocator?locator=021000021&locatorType=abaRoutingNumber&countryCode=US"));
        ACCOUNTS.forEach(id -> {
            paths.add("/accounts/" + id);
            paths.add("/accounts/" + id + "/transactions?limit=500&occurredOn=%5B2020-01-01,2032-12-31%5D");
            paths.add("/accounts/" + id + "/transactions?limit=2");
        });
        BATCHES.forEach(id -> paths.add("/paymentBatches/" + id));
        made(ID).forEach(id -> paths.add("/transfers/" + id));
        TRANSFERS.forEach(id -> paths.add("/transfers/" + id));
        List<Told> all = new ArrayList<>();
        for (String client : READERS) {
            try {
                String token = bank.tokens().forClient(client);
                paths.forEach(path -> all.add(Told.of(
                        call(bank, "GET", "/banking" + path).bearer(token).send())));
            } catch (IllegalArgumentException refused) {
                all.add(Told.of(String.valueOf(refused.getMessage())));
            }
        }
        all.add(Told.of(userinfo(bank)));
        String token = bank.environment("cat").tokens().forClient("cat-suite");
        all.add(Told.of(call(bank, "GET", "/cat/banking/accounts").bearer(token).send()));
        all.add(Told.of(call(bank, "GET", "/cat/banking/accounts/acct-cat001/transactions")
                .bearer(token)
                .send()));
        return all;
    }

    private static dev.sandbank.testing.Answer userinfo(Sandbank bank) {
        return call(bank, "GET", "/oidc/userinfo")
                .bearer(bank.tokens().forUser("mobile-app", ADA, "openid", "profile", "email"))
                .send();
    }
}
