package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.vendor.uphold.asset.Assets;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import dev.sandbank.internal.work.OperationContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks for committing a quote, apart from the quote itself. */
public final class CommitRules {

    private final OperationContext context;
    private final Capabilities capabilities;
    private final Limits limits;
    private final Outcomes outcomes;
    private final UserContext userContext;

    public CommitRules(OperationContext context, Assets assets) {
        this.context = context;
        this.capabilities = new Capabilities(context);
        this.limits = new Limits(context, assets);
        this.outcomes = new Outcomes(context.store());
        this.userContext = new UserContext(context.store());
    }

    public Optional<Refusal> against(Call call, TransactionLegs deal, ObjectNode quote) {
        String user = call.subject().id();
        BigDecimal leaving = new BigDecimal(quote.at("/origin/amount").asText());
        return isCommitted(quote.path("id").asText())
                .or(() -> isGone("origin", deal.origin()))
                .or(() -> isGone("destination", deal.destination()))
                .or(() -> userContext.against(call, deal))
                .or(() -> unmet(call, quote.path("requirements")))
                .or(() -> capabilities.against(user, deal))
                .or(() -> limits.againstDay(user, deal, leaving))
                .or(() -> outcomes.against(deal, quote.path("denomination")))
                .or(() -> uncovered(deal, leaving));
    }

    /** Refuses a quote that was committed before; a fixture may contain both a quote and its transaction. */
    private Optional<Refusal> isCommitted(String id) {
        return context.store()
                .entries()
                .find(UpholdTransactions.TRANSACTIONS, id)
                .map(made -> new Refusal.ResourceUnknown("resource-unknown", "quote " + id, Map.of("entity", "quote")));
    }

    /** Refuses an account that was archived after the quote. */
    private Optional<Refusal> isGone(String name, Node end) {
        return !end.isAccount() || account(end).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal.ResourceUnknown(name + "-unknown", "account " + end.id(), Map.of()));
    }

    private Optional<Entry> account(Node end) {
        return context.store().entries().find(UpholdBalances.ACCOUNTS, end.id());
    }

    private static Optional<Refusal> unmet(Call call, JsonNode requirements) {
        JsonNode params = call.input().body().path("params");
        return texts(requirements)
                .filter(requirement -> !isMet(requirement, params))
                .findFirst()
                .map(requirement -> UpholdRefusals.notPermitted(
                        "The requirement " + requirement + " is not met",
                        List.of(requirement.equals("authorize:3ds") ? "missing-return-url" : "unspecified-error")));
    }

    private static boolean isMet(String requirement, JsonNode params) {
        return switch (requirement) {
            case "travel-rule" -> !params.path("travelRule").isEmpty();
            case "authorize:3ds" -> returnUrl(params).isPresent();
            default -> named(params, requirement).isPresent();
        };
    }

    private static Optional<JsonNode> named(JsonNode params, String requirement) {
        JsonNode met = params.path("requirements");
        return Stream.iterate(0, index -> index < met.size(), index -> index + 1)
                .map(met::path)
                .filter(each -> each.path("name").asText().equals(requirement))
                .findFirst();
    }

    /** Returns where the caller wants the user to go after a card's authorization. */
    public static Optional<String> returnUrl(JsonNode params) {
        return named(params, "authorize:3ds")
                .map(requirement -> requirement.path("returnUrl").asText())
                .or(() -> Optional.of(params.path("returnUrl").asText()).filter(url -> !url.isEmpty()));
    }

    private Optional<Refusal> uncovered(TransactionLegs deal, BigDecimal leaving) {
        return account(deal.origin())
                .filter(origin -> UpholdBalances.available(origin.document()).compareTo(leaving) < 0)
                .map(origin -> UpholdRefusals.plain(
                        "insufficient-balance",
                        "The origin has "
                                + UpholdBalances.available(origin.document()).toPlainString() + " available, but "
                                + leaving.toPlainString() + " are needed"));
    }

    private static Stream<String> texts(JsonNode list) {
        return Stream.iterate(0, index -> index < list.size(), index -> index + 1)
                .map(index -> list.path(index).asText());
    }
}
