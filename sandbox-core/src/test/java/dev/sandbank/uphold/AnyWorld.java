package dev.sandbank.uphold;

import dev.sandbank.Sandbank;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A user with two accounts of each of three made-up assets, whatever these are worth and whatever it costs.
 *
 * @param decimals of each asset
 * @param rates of the first in the second, the second in the third, the first in the third
 * @param fees a percentage of each asset, and a fixed amount in its smallest parts
 */
record AnyWorld(List<Integer> decimals, List<BigDecimal> rates, List<Fee> fees) {

    static final String USER = "5f1e8a34-77c1-4b0e-9a53-2c1d60b7e9aa";

    private static final List<String> ASSETS = List.of("AAA", "BBB", "CCC");
    private static final long HELD = 1_000_000;

    record Fee(BigDecimal percentage, int parts) {}

    static Arbitrary<AnyWorld> any() {
        Arbitrary<BigDecimal> rates = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), new BigDecimal("50000"))
                .ofScale(6)
                .filter(rate -> rate.signum() > 0);
        Arbitrary<Fee> fees = Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("20"))
                                .ofScale(3),
                        Arbitraries.integers().between(0, 50))
                .as(Fee::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8).list().ofSize(3),
                        rates.list().ofSize(3),
                        fees.list().ofSize(3))
                .as(AnyWorld::new);
    }

    Sandbank start() {
        return Sandbank.builder().fixtureText(fixture()).start();
    }

    String assetOf(int account) {
        return ASSETS.get(account / 2);
    }

    static String account(int index) {
        return String.format(Locale.ROOT, "7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c%02d", index);
    }

    /** So many of the smallest parts of an asset. */
    BigDecimal amount(String asset, long parts) {
        return BigDecimal.valueOf(parts, decimals.get(ASSETS.indexOf(asset)));
    }

    /** What one of an asset is in another: a numerator and a denominator. */
    List<BigDecimal> price(String of, String in) {
        int from = ASSETS.indexOf(of);
        int to = ASSETS.indexOf(in);
        if (from == to) {
            return List.of(BigDecimal.ONE, BigDecimal.ONE);
        }
        BigDecimal rate = rates.get(from + to == 2 ? 2 : Math.min(from, to));
        return from < to ? List.of(rate, BigDecimal.ONE) : List.of(BigDecimal.ONE, rate);
    }

    private String fixture() {
        List<String> lines = new ArrayList<>(List.of(
                "bank: uphold",
                "clock: 2031-03-03T09:00:00Z",
                "settings: {settlementDelay: PT20S, accessTokenLifetime: P30D}",
                "clients: [{id: payouts, secret: some-secret, scopes: [core.users:act-on-behalf-of,"
                        + " core.transactions:create, core.transactions:read, core.accounts:read]}]",
                "users: [{id: " + USER + ", type: business, email: any@example.test}]",
                "rates: {AAA-BBB: \"" + rates.get(0).toPlainString() + "\", BBB-CCC: \""
                        + rates.get(1).toPlainString() + "\", AAA-CCC: \""
                        + rates.get(2).toPlainString() + "\"}",
                "assets:"));
        IntStream.range(0, 3)
                .forEach(asset -> lines.add(
                        "  - {id: " + ASSETS.get(asset) + ", type: fiat, decimals: " + decimals.get(asset) + "}"));
        lines.add("accounts:");
        IntStream.range(0, 6)
                .forEach(account -> lines.add("  - {id: " + account(account) + ", owner: " + USER + ", label: A"
                        + account + ", asset: " + assetOf(account) + ", balance: \""
                        + amount(assetOf(account), HELD).toPlainString() + "\"}"));
        lines.add("fees:");
        IntStream.range(0, 3).forEach(asset -> fee(lines, asset));
        return String.join("\n", lines) + "\n";
    }

    private void fee(List<String> lines, int asset) {
        Fee fee = fees.get(asset);
        String head = "  - {id: fee-" + asset + ", type: exchange, asset: " + ASSETS.get(asset);
        String percentage = fee.percentage().signum() > 0
                ? ", percentage: \"" + fee.percentage().toPlainString() + "\""
                : "";
        String amount = fee.parts() > 0
                ? ", amount: \"" + amount(ASSETS.get(asset), fee.parts()).toPlainString() + "\""
                : "";
        lines.add(
                head + percentage + (percentage.isEmpty() && amount.isEmpty() ? ", percentage: \"1\"" : amount) + "}");
    }
}
