package dev.sandbank.export;

import static dev.sandbank.testing.HttpCall.call;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What can be done at the example bank, which has no Java of its own. */
final class MusterbankDoings extends Doings {

    private static final String CONSENT = "/consentId";
    private static final String PAYMENT = "/paymentId";
    private static final List<String> USERS = List.of("anna", "anna", "ben", "dora", "emil");
    private static final List<String> ACCOUNTS = List.of("giro-anna", "spar-anna", "giro-ben", "none");
    private static final List<String> TEXTS = List.of("a: b", "- x", "null", "\\u0007\\u2029", "\\uD83D\\uDE00", "");

    @Override
    String fixture(Random random) {
        return "bank: dev/sandbank/fixtures/examples/musterbank\n"
                + "extends: dev/sandbank/fixtures/examples/musterbank/fixture.yaml\nseed: " + random.nextInt() + "\n";
    }

    @Override
    Doings copy() {
        return remembering(new MusterbankDoings());
    }

    @Override
    Told doOne(Sandbank bank, Random random) {
        String user = one(random, USERS);
        String consent = "/consents/" + madeOr(random, CONSENT, List.of("consent-anna", "consent-ben"));
        return switch (random.nextInt(9)) {
            case 0, 1 -> send(as(bank, user, "POST", "/consents").json(consent(random)), CONSENT);
            case 2 -> send(as(bank, user, "POST", consent + "/authorisations"), "/");
            case 3 -> send(as(bank, user, "DELETE", consent), "/");
            case 4, 5 ->
                send(as(bank, user, "POST", "/payments/sepa-credit-transfers").json(payment(random)), PAYMENT);
            case 6 ->
                send(
                        as(
                                bank,
                                user,
                                "DELETE",
                                "/payments/sepa-credit-transfers/" + madeOr(random, PAYMENT, List.of("pay-booked"))),
                        "/");
            case 7 -> pass(bank, random);
            default -> control(bank, random, user);
        };
    }

    private static Told pass(Sandbank bank, Random random) {
        bank.clock().advance(Duration.ofMinutes(random.nextInt(100_000)));
        return Told.of("");
    }

    private static Told control(Sandbank bank, Random random, String user) {
        switch (random.nextInt(6)) {
            case 0 -> bank.user(user).become("dormant");
            case 1 -> bank.user(user).become("active");
            case 2 -> bank.user(user).entitle("giro-ben", "pay");
            case 3 -> bank.user(user).withdraw("giro-ben", "pay");
            case 4 -> bank.user(user).setPassword("p: " + random.nextInt());
            default -> bank.client("reader-app").setScopes();
        }
        return Told.of("");
    }

    private static String consent(Random random) {
        return "{\"access\":{\"accounts\":[\"" + one(random, ACCOUNTS) + "\"],\"balances\":[\"giro-anna\"]},"
                + "\"recurringIndicator\":true,\"validUntil\":\"2032-0" + (1 + random.nextInt(9))
                + "-30\",\"frequencyPerDay\":4}";
    }

    private static String payment(Random random) {
        return "{\"debtorAccount\":\"" + one(random, ACCOUNTS) + "\",\"instructedAmount\":{\"currency\":\"EUR\","
                + "\"amount\":\"" + random.nextInt(2000) + ".50\"},\"creditorName\":\"E\",\"creditorIban\":"
                + "\"DE02120300000000202051\",\"remittanceInformationUnstructured\":\"" + one(random, TEXTS) + "\"}";
    }

    private static HttpCall as(Sandbank bank, String user, String method, String path) {
        return call(bank, method, "/v1" + path)
                .header("X-Request-ID", "99391c7e-ad88-49ec-a2ad-99ddcb1f7721")
                .bearer(bank.tokens().forUser("budget-app", user));
    }

    @Override
    List<Told> readAll(Sandbank bank) {
        List<String> paths = new ArrayList<>();
        made(PAYMENT).forEach(id -> paths.add("/payments/sepa-credit-transfers/" + id));
        List<String> consents = new ArrayList<>(made(CONSENT));
        consents.addAll(List.of("consent-anna", "consent-anna-old", "consent-ben"));
        consents.forEach(id -> paths.add("/consents/" + id));
        List<Told> all = new ArrayList<>();
        for (String user : USERS) {
            paths.forEach(path -> all.add(Told.of(as(bank, user, "GET", path).send())));
            for (String consent : consents) {
                for (String path : List.of(
                        "/accounts",
                        "/accounts/giro-anna",
                        "/accounts/giro-anna/balances",
                        "/accounts/giro-anna/transactions?bookingStatus=booked")) {
                    all.add(Told.of(as(bank, user, "GET", path)
                            .header("Consent-ID", consent)
                            .send()));
                }
            }
            all.add(Told.of(bank.user(user).status()));
        }
        return all;
    }
}
