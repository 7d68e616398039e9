package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.TimeLimits;
import dev.sandbank.internal.model.Timestamps;
import dev.sandbank.internal.work.Answers;
import dev.sandbank.internal.work.Outcome;
import dev.sandbank.internal.work.Tools;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code core.create-quote}; quotes hold no funds, and expire. */
final class Quotes {

    static final String QUOTES = "quotes";

    private final Tools tools;
    private final Answers answers;
    private final Assets assets;
    private final Ends ends;
    private final Lifetimes lifetimes;
    private final NodeRules nodeRules;
    private final Capabilities capabilities;
    private final Pricing pricing;
    private final Limits limits;

    Quotes(Tools tools, Answers answers) {
        this.tools = tools;
        this.answers = answers;
        this.assets = new Assets(tools.store());
        this.ends = new Ends(assets, tools.settings().text("cryptoExecution"));
        this.lifetimes = new Lifetimes(tools.settings());
        this.nodeRules = new NodeRules(tools);
        this.capabilities = new Capabilities(tools.store());
        this.pricing = new Pricing(new Rates(tools.store()), new Fees(tools.store()));
        this.limits = new Limits(tools, assets);
    }

    Outcome create(Call call) {
        Deal deal = ends.of(call);
        Denomination denomination = Denomination.of(call, assets);
        return against(call, deal, denomination)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> pricing.price(deal, denomination)
                        .fold(price -> quote(call, deal, denomination, price), Outcome.Refused::new));
    }

    private Optional<Refusal> against(Call call, Deal deal, Denomination denomination) {
        return indivisible(denomination)
                .or(() -> lifetimes.against(call))
                .or(() -> nodeRules.against(deal))
                .or(() -> Features.against(deal))
                .or(() -> capabilities.against(call.subject().id(), deal));
    }

    private static Optional<Refusal> indivisible(Denomination denomination) {
        return denomination.asset().divides(denomination.amount())
                ? Optional.empty()
                : Optional.of(Denials.indivisible(denomination.asset()));
    }

    private Outcome quote(Call call, Deal deal, Denomination denomination, Pricing.Price price) {
        return limits.against(call.subject().id(), deal, price.leaving())
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> answers.about(call, add(call, document(deal, denomination, price))));
    }

    private ObjectNode document(Deal deal, Denomination denomination, Pricing.Price price) {
        List<String> requirements = nodeRules.requirements(deal);
        Ratio rate = new Ratio(price.leaving(), price.arriving());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        if (requirements.contains("travel-rule")) {
            deal.outside().node().remove("execution");
        }
        document.set("origin", end(deal.origin(), price.leaving(), rate));
        document.set("destination", end(deal.destination(), price.arriving(), rate.inverse()));
        document.putObject("denomination")
                .put("asset", denomination.asset().code())
                .put("amount", denomination.text())
                .put("rate", price.denomination().text())
                .put("target", denomination.target());
        document.set("fees", price.fees().shown());
        requirements.forEach(document.putArray("requirements")::add);
        return document;
    }

    private static ObjectNode end(End end, BigDecimal amount, Ratio rate) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("asset", end.asset().code());
        shown.put("amount", end.asset().text(amount));
        shown.put("rate", rate.text());
        shown.set("node", end.node());
        return shown;
    }

    private Entry add(Call call, ObjectNode document) {
        Instant expiry = TimeLimits.later(tools.now().get(), lifetimes.of(call));
        String id = tools.ids().uuid();
        String owner = call.subject().id();
        document.put("id", id);
        document.put("owner", owner);
        document.put("expiresAt", Timestamps.text(expiry));
        Entry added = tools.store().entries().add(QUOTES, id, owner, null, document);
        tools.store().alarms().set(QUOTES, id, expiry);
        return added;
    }
}
