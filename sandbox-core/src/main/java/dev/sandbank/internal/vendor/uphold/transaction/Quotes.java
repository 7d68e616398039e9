package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.asset.Assets;
import dev.sandbank.internal.vendor.uphold.asset.Denomination;
import dev.sandbank.internal.vendor.uphold.asset.Rates;
import dev.sandbank.internal.vendor.uphold.asset.Ratio;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import dev.sandbank.internal.vendor.uphold.customer.Cooldowns;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code core.create-quote}; quotes do not hold funds, and expire. */
public final class Quotes {

    public static final String QUOTES = "quotes";

    private final OperationContext context;
    private final ReplyRenderer answers;
    private final Assets assets;
    private final Nodes ends;
    private final Lifetimes lifetimes;
    private final NodeRules nodeRules;
    private final Features features;
    private final Capabilities capabilities;
    private final Pricing pricing;
    private final Limits limits;

    public Quotes(OperationContext context, ReplyRenderer answers) {
        this.context = context;
        this.answers = answers;
        this.assets = new Assets(context.store());
        this.ends = new Nodes(assets, context.settings().text("cryptoExecution"));
        this.lifetimes = new Lifetimes(context.settings());
        this.nodeRules = new NodeRules(context);
        this.features = new Features(new Cooldowns(context));
        this.capabilities = new Capabilities(context);
        this.pricing = new Pricing(new Rates(context.store()), new Fees(context.store()));
        this.limits = new Limits(context, assets);
    }

    public Result create(Call call) {
        TransactionLegs deal = ends.of(call);
        Denomination denomination = Denomination.of(call, assets);
        return against(call, deal, denomination)
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> pricing.price(deal, denomination)
                        .fold(price -> quote(call, deal, denomination, price), Result.Refused::new));
    }

    private Optional<Refusal> against(Call call, TransactionLegs deal, Denomination denomination) {
        return indivisible(denomination)
                .or(() -> lifetimes.against(call))
                .or(() -> nodeRules.against(deal))
                .or(() -> features.against(call.subject().id(), deal))
                .or(() -> capabilities.against(call.subject().id(), deal));
    }

    private static Optional<Refusal> indivisible(Denomination denomination) {
        return denomination.asset().divides(denomination.amount())
                ? Optional.empty()
                : Optional.of(UpholdRefusals.indivisible(denomination.asset()));
    }

    private Result quote(Call call, TransactionLegs deal, Denomination denomination, Pricing.Price price) {
        return limits.against(call.subject().id(), deal, price.leaving())
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> answers.about(call, add(call, document(deal, denomination, price))));
    }

    private ObjectNode document(TransactionLegs deal, Denomination denomination, Pricing.Price price) {
        List<String> requirements = nodeRules.requirements(deal);
        if (requirements.contains("travel-rule")) {
            deal.outside().node().remove("execution");
        }
        ObjectNode document = terms(deal, denomination, price);
        requirements.forEach(document.putArray("requirements")::add);
        return document;
    }

    /** Returns what leaves, what arrives and what it costs, as quotes and transactions show it. */
    static ObjectNode terms(TransactionLegs deal, Denomination denomination, Pricing.Price price) {
        Ratio rate = new Ratio(price.leaving(), price.arriving());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("origin", end(deal.origin(), price.leaving(), rate));
        document.set("destination", end(deal.destination(), price.arriving(), rate.inverse()));
        document.putObject("denomination")
                .put("asset", denomination.asset().code())
                .put("amount", denomination.text())
                .put("rate", price.denomination().text())
                .put("target", denomination.target());
        document.set("fees", price.fees().shown());
        return document;
    }

    private static ObjectNode end(Node end, BigDecimal amount, Ratio rate) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("asset", end.asset().code());
        shown.put("amount", end.asset().text(amount));
        shown.put("rate", rate.text());
        shown.set("node", end.node());
        return shown;
    }

    private Entry add(Call call, ObjectNode document) {
        Instant expiry = TimeLimits.later(context.now().get(), lifetimes.of(call));
        String id = context.ids().uuid();
        String owner = call.subject().id();
        document.put("id", id);
        document.put("owner", owner);
        document.put("expiresAt", Timestamps.text(expiry));
        Entry added = context.store().entries().add(QUOTES, id, owner, null, document);
        context.store().alarms().set(QUOTES, id, expiry);
        return added;
    }

    /** The lifetimes of quotes: as calls ask, within what the organization may choose. */
    private static final class Lifetimes {

        private final Settings settings;

        Lifetimes(Settings settings) {
            this.settings = settings;
        }

        Optional<Refusal> against(Call call) {
            JsonNode asked = call.input().body().path("ttl");
            if (asked.isMissingNode()) {
                return Optional.empty();
            }
            if (!settings.flag("mayChooseQuoteLifetime")) {
                return Optional.of(UpholdRefusals.notPermitted(
                        "Changing the ttl is not allowed for your organization", List.of("permission-denied")));
            }
            BigDecimal ttl = asked.decimalValue();
            long least = settings.duration("shortestQuoteLifetime").toMillis();
            long most = settings.duration("longestQuoteLifetime").toMillis();
            if (ttl.compareTo(BigDecimal.valueOf(least)) < 0) {
                return Optional.of(refusal("greater", least));
            }
            return ttl.compareTo(BigDecimal.valueOf(most)) > 0 ? Optional.of(refusal("less", most)) : Optional.empty();
        }

        private static Refusal refusal(String direction, long limit) {
            return new Refusal.RuleBroken(
                    "lifetime-invalid",
                    "The number must be " + direction + " than or equal to " + limit,
                    Map.of("rule", direction + "-than-or-equal-to-threshold", "threshold", limit));
        }

        Duration of(Call call) {
            JsonNode asked = call.input().body().path("ttl");
            return asked.isMissingNode()
                    ? settings.duration("quoteLifetime")
                    : Duration.ofMillis(asked.decimalValue().longValue());
        }
    }

    /**
     * Checks that the assets of a transaction can be sold, bought, transferred, deposited and withdrawn as it needs.
     */
    private static final class Features {

        private final Cooldowns cooldowns;

        Features(Cooldowns cooldowns) {
            this.cooldowns = cooldowns;
        }

        Optional<Refusal> against(String user, TransactionLegs deal) {
            return moved(user, deal).or(() -> converted(user, deal));
        }

        private Optional<Refusal> moved(String user, TransactionLegs deal) {
            return switch (deal.kind()) {
                case TRANSFER -> lacks(user, "origin", deal.origin(), "transfer");
                case DEPOSIT -> lacks(user, "origin", deal.origin(), "deposit");
                case WITHDRAWAL, CRYPTO_WITHDRAWAL -> lacks(user, "destination", deal.destination(), "withdraw");
                case TRADE -> Optional.empty();
            };
        }

        private Optional<Refusal> converted(String user, TransactionLegs deal) {
            return deal.converts()
                    ? lacks(user, "origin", deal.origin(), "sell")
                            .or(() -> lacks(user, "destination", deal.destination(), "buy"))
                    : Optional.empty();
        }

        private Optional<Refusal> lacks(String user, String name, Node end, String feature) {
            return end.asset().features().contains(feature)
                            && !cooldowns.features(user, end.asset().code()).contains(feature)
                    ? Optional.empty()
                    : Optional.of(UpholdRefusals.feature(name, feature));
        }
    }
}
