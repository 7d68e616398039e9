package dev.sandbank.internal.vendor.uphold.deposit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.uphold.rail.BankNumbers;
import dev.sandbank.internal.vendor.uphold.rail.RailLookup;
import dev.sandbank.internal.vendor.uphold.reference.AddressRules;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The payments to a deposit method, and the checks on them. */
final class PaymentRules {

    private static final String SENDERS = "remitter.addresses";

    private final DepositMethods methods;
    private final RailLookup rails;
    private final AddressRules addresses;

    PaymentRules(OperationContext context, DepositMethods methods) {
        this.methods = methods;
        this.rails = new RailLookup(context.store());
        this.addresses = new AddressRules(context.store().entries());
    }

    /** Returns the parts, by their names in the dialect. */
    Map<String, CallFact> facts() {
        return Map.of(
                "paymentMethod", call -> methods.paid(call).map(Entry::id).orElse(null),
                "paymentAsset",
                        call -> methods.paid(call)
                                .map(method -> method.document().get("asset"))
                                .orElse(null),
                "paymentAddress", this::address,
                "paymentToOneself", this::toOneself,
                "paymentNumber", PaymentRules::number,
                "paymentRemitter", this::remitter);
    }

    private @Nullable Finding address(Call call) {
        List<String> senders = senders(call).map(JsonNode::asText).toList();
        Finding tooMany = new Finding(
                "The coins must come from a single address",
                Map.of("property", SENDERS, "threshold", Map.of("limit", 1)));
        return rails.find("crypto", DepositMethods.said(call, "network"), DepositMethods.said(call, "asset"))
                .findFirst()
                .flatMap(rail -> address(call, rail, senders))
                .orElse(senders.size() > 1 ? tooMany : null);
    }

    private Optional<Finding> address(Call call, ObjectNode rail, List<String> senders) {
        return addresses
                .against(rail, call.input().body())
                .map(problem -> new Finding(problem.message(), Map.of("property", problem.member())))
                .or(() -> senders.stream()
                        .filter(sender -> !addresses.isAddress(rail, sender))
                        .findFirst()
                        .map(sender -> new Finding("The remitter's address is invalid", Map.of("property", SENDERS))));
    }

    private static Stream<JsonNode> senders(Call call) {
        return call.input().body().at("/remitter/addresses").valueStream();
    }

    private @Nullable Finding toOneself(Call call) {
        JsonNode remitter = call.input().body().path("remitter");
        JsonNode details = methods.paid(call).map(methods::details).orElseThrow();
        List<String> said =
                DepositMethods.NUMBERS.stream().filter(remitter::has).toList();
        boolean same = (said.contains("accountNumber") || said.contains("iban"))
                && said.stream().allMatch(name -> remitter.path(name).equals(details.path(name)));
        boolean sameAddress = senders(call).anyMatch(details.path("address")::equals);
        return same || sameAddress ? new Finding("Remitter and recipient are the same", Map.of()) : null;
    }

    private static @Nullable Finding number(Call call) {
        JsonNode iban = call.input().body().at("/remitter/iban");
        return iban.isMissingNode() || BankNumbers.isIban(iban.asText())
                ? null
                : new Finding("The IBAN of the remitter is invalid", Map.of("property", "remitter.iban"));
    }

    /** Returns the payer as the call describes it; by default the user, from an account elsewhere. */
    private ObjectNode remitter(Call call) {
        String network = DepositMethods.said(call, "network");
        ObjectNode remitter = JsonNodeFactory.instance.objectNode();
        remitter.put("name", methods.paid(call).map(methods::beneficiary).orElseThrow());
        if (!network.equals("wire")) {
            DepositMethods.numbers(network, "remitter " + call.subject().id(), remitter);
        }
        if (network.equals("ach")) {
            remitter.put("secCode", "WEB").put("transactionType", "Push").put("serviceType", "Standard");
        }
        call.input().body().path("remitter").properties().forEach(said -> remitter.set(said.getKey(), said.getValue()));
        return remitter;
    }
}
