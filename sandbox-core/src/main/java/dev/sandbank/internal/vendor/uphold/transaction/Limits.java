package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.asset.Asset;
import dev.sandbank.internal.vendor.uphold.asset.Assets;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import dev.sandbank.internal.work.OperationContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Limits on the amount that may leave at once and in a day, and on funds that have not settled yet. */
public final class Limits {

    private final OperationContext context;
    private final Assets assets;

    public Limits(OperationContext context, Assets assets) {
        this.context = context;
        this.assets = assets;
    }

    /** Checks the amount of a quote. */
    public Optional<Refusal> against(String user, TransactionLegs deal, BigDecimal leaving) {
        return first(deal, limit -> once(limit, leaving))
                .or(() -> againstDay(user, deal, leaving))
                .or(() -> deal.kind().isOutgoing() ? unsettled(deal, leaving) : Optional.empty());
    }

    /** Checks the amount that a user debits in a day. */
    public Optional<Refusal> againstDay(String user, TransactionLegs deal, BigDecimal leaving) {
        return first(deal, limit -> daily(limit, user, leaving));
    }

    private Optional<Refusal> first(TransactionLegs deal, Function<ObjectNode, Optional<Refusal>> check) {
        return context.store().entries().all("limits").stream()
                .map(Entry::document)
                .filter(limit -> deal.isAmong(limit) && deal.debits(limit))
                .flatMap(limit -> check.apply(limit).stream())
                .findFirst();
    }

    private static Optional<Refusal> once(ObjectNode limit, BigDecimal leaving) {
        Optional<BigDecimal> least = decimal(limit, "minimum").filter(some -> leaving.compareTo(some) < 0);
        Optional<BigDecimal> most = decimal(limit, "maximum").filter(some -> leaving.compareTo(some) > 0);
        return least.map(some -> UpholdRefusals.amount(
                        "minimum-limit-not-met",
                        "The amount minimum limit was not met",
                        Map.of("limit", Map.of("minimumAmount", number(some)))))
                .or(() -> most.map(some -> UpholdRefusals.amount(
                        "maximum-limit-exceeded",
                        "The amount maximum limit was exceeded",
                        Map.of("limit", Map.of("maximumAmount", number(some))))));
    }

    /** Returns a JSON number without an exponent. */
    private static Number number(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() <= 0 ? plain.toBigIntegerExact() : plain;
    }

    private Optional<Refusal> daily(ObjectNode limit, String user, BigDecimal leaving) {
        return decimal(limit, "daily").flatMap(most -> {
            BigDecimal left = most.subtract(usedToday(limit, user)).max(BigDecimal.ZERO);
            Asset asset = assets.get(limit.path("asset").asText());
            return leaving.compareTo(left) <= 0
                    ? Optional.empty()
                    : Optional.of(UpholdRefusals.amount(
                            "amount-exceeds-daily-limit",
                            "The amount exceeds the daily limit",
                            Map.of(
                                    "limit",
                                    Map.of("maximumAmount", asset.text(most), "remainingAmount", asset.text(left)))));
        });
    }

    private BigDecimal usedToday(ObjectNode limit, String user) {
        LocalDate today = day(context.now().get());
        List<Entry> all = context.store().entries().ownedBy("transactions", user);
        return all.stream()
                .filter(made -> day(made.createdAt()).equals(today))
                .map(Entry::document)
                .filter(made -> !made.path("status").asText().equals("failed"))
                .filter(made -> {
                    TransactionLegs deal = TransactionLegs.of(made, assets);
                    return deal.isAmong(limit) && deal.debits(limit);
                })
                .map(made -> new BigDecimal(made.at("/origin/amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<Refusal> unsettled(TransactionLegs deal, BigDecimal leaving) {
        ObjectNode account = context.store()
                .entries()
                .find(UpholdBalances.ACCOUNTS, deal.origin().id())
                .map(Entry::document)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        if (!account.has("unsettled")) {
            return Optional.empty();
        }
        Instant until = Instant.parse(account.at("/unsettled/until").asText());
        BigDecimal free = UpholdBalances.available(account)
                .subtract(new BigDecimal(account.at("/unsettled/amount").asText()))
                .max(BigDecimal.ZERO);
        return context.now().get().isBefore(until) && leaving.compareTo(free) > 0
                ? Optional.of(shortOf(deal, leaving.subtract(free), until))
                : Optional.empty();
    }

    private static Refusal shortOf(TransactionLegs deal, BigDecimal shortfall, Instant until) {
        Map<String, Object> unsettled = Map.of(
                "settlementAt", Timestamps.text(until),
                "shortfallAmount", deal.origin().asset().text(shortfall),
                "reasons", List.of("pending-ach-deposit-settlement"));
        return UpholdRefusals.amount(
                "transacting-unsettled-funds",
                "The amount is invalid due to unsettled funds",
                Map.of("unsettled", unsettled));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Optional<BigDecimal> decimal(ObjectNode limit, String member) {
        return limit.has(member) ? Optional.of(new BigDecimal(limit.path(member).asText())) : Optional.empty();
    }
}
