package dev.sandbank.uphold;

import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.arriving;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is quoted and committed: no value comes of nothing, and none is lost but for the fees that are stated. */
class ConservedValueTest {

    /**
     * One step.
     *
     * @param origin the account it leaves
     * @param destination the account it goes to
     * @param denomination the account whose asset the amount is in
     * @param parts the amount in the smallest parts of that asset
     * @param ofOrigin whether so much leaves
     * @param pause seconds until the quote is committed; more than 29 is too late
     */
    record Step(int origin, int destination, int denomination, long parts, boolean ofOrigin, int pause) {}

    /** What the accounts should hold by what the replies say, and what is held for transactions under way. */
    private record Ledger(Map<Integer, BigDecimal> totals) {

        void move(Step step, JsonNode transaction) {
            totals.merge(step.origin(), decimal(transaction, "/origin/amount").negate(), BigDecimal::add);
            totals.merge(step.destination(), decimal(transaction, "/destination/amount"), BigDecimal::add);
        }
    }

    @Property(tries = 12)
    void isConserved(@ForAll("worlds") AnyWorld world, @ForAll("steps") List<Step> steps) {
        try (Sandbank bank = world.start()) {
            Payer payer = new Payer(bank, AnyWorld.USER);
            Ledger ledger = new Ledger(new HashMap<>());
            for (int account = 0; account < 6; account++) {
                ledger.totals().put(account, payer.total(AnyWorld.account(account)));
            }
            for (Step step : steps) {
                take(world, bank, payer, step, ledger);
            }
            bank.clock().advance(Duration.ofMinutes(1));
            ledger.totals().forEach((account, total) -> {
                JsonNode balance = payer.balance(AnyWorld.account(account));
                assertThat(decimal(balance, "/total")).isEqualByComparingTo(total);
                assertThat(decimal(balance, "/available")).isEqualByComparingTo(total);
            });
        }
    }

    private static void take(AnyWorld world, Sandbank bank, Payer payer, Step step, Ledger ledger) {
        Answer quote = quote(world, payer, step).send();
        if (quote.status() != 201) {
            assertThat(quote.text("/code")).isIn("transaction_amount_invalid", "transaction_node_invalid");
            return;
        }
        bank.clock().advance(Duration.ofSeconds(step.pause()));
        BigDecimal available = decimal(payer.balance(AnyWorld.account(step.origin())), "/available");
        Answer made = payer.commit(quote.text("/quote/id"), "").send();
        BigDecimal leaving = decimal(quote.at("/quote"), "/origin/amount");
        if (step.pause() >= 30) {
            assertThat(made.status()).isEqualTo(404);
        } else if (leaving.compareTo(available) > 0) {
            assertThat(made.text("/code")).isEqualTo("insufficient_balance");
        } else {
            assertThat(made.status()).isEqualTo(201);
            isFair(world, step, made.at("/transaction"));
            ledger.move(step, made.at("/transaction"));
            assertThat(decimal(payer.balance(AnyWorld.account(step.origin())), "/available"))
                    .isEqualByComparingTo(available.subtract(leaving));
        }
    }

    private static HttpCall quote(AnyWorld world, Payer payer, Step step) {
        String asset = world.assetOf(step.denomination());
        String parts = world.amount(asset, step.parts()).toPlainString();
        return payer.quote(
                Payer.account(AnyWorld.account(step.origin())),
                Payer.account(AnyWorld.account(step.destination())),
                step.ofOrigin() ? amount(asset, parts) : arriving(asset, parts));
    }

    /** By the rate, what arrives is worth no more than what leaves less fees, and less by no more than the smallest parts. */
    private static void isFair(AnyWorld world, Step step, JsonNode transaction) {
        String from = world.assetOf(step.origin());
        String to = world.assetOf(step.destination());
        BigDecimal fees = BigDecimal.ZERO;
        for (JsonNode fee : transaction.path("fees")) {
            assertThat(fee.path("asset").asText()).isEqualTo(from);
            fees = fees.add(decimal(fee, "/amount"));
        }
        BigDecimal net = decimal(transaction, "/origin/amount").subtract(fees);
        BigDecimal arrived = decimal(transaction, "/destination/amount");
        List<BigDecimal> price = world.price(from, to);
        BigDecimal worth = net.multiply(price.get(0));
        BigDecimal got = arrived.multiply(price.get(1));
        BigDecimal lostAtMost = world.amount(to, 1)
                .multiply(price.get(1))
                .add(world.amount(from, 1).multiply(price.get(0)));
        assertThat(got).isLessThanOrEqualTo(worth);
        assertThat(worth.subtract(got)).isLessThan(lostAtMost);
        if (from.equals(to)) {
            assertThat(arrived).isEqualByComparingTo(net);
        }
        saysWhatWasAsked(world, step, transaction);
    }

    private static void saysWhatWasAsked(AnyWorld world, Step step, JsonNode transaction) {
        String asset = world.assetOf(step.denomination());
        String end = step.ofOrigin() ? "/origin" : "/destination";
        if (transaction.at(end + "/asset").asText().equals(asset)) {
            assertThat(decimal(transaction, end + "/amount")).isEqualByComparingTo(world.amount(asset, step.parts()));
        }
    }

    private static BigDecimal decimal(JsonNode node, String pointer) {
        return new BigDecimal(node.at(pointer).asText());
    }

    @Provide
    Arbitrary<AnyWorld> worlds() {
        return AnyWorld.any();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> accounts = Arbitraries.integers().between(0, 5);
        Arbitrary<Long> parts = Arbitraries.longs().between(1, 1_200_000);
        Arbitrary<Integer> pauses = Arbitraries.of(0, 0, 0, 1, 19, 20, 29, 30);
        return Combinators.combine(accounts, accounts, accounts, parts, Arbitraries.of(true, false), pauses)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }
}
