package dev.sandbank.internal.vendor.uphold.deposit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.rail.BankNumbers;
import dev.sandbank.internal.vendor.uphold.rail.RailLookup;
import dev.sandbank.internal.work.OperationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where users receive money for an account: one address or bank account for each asset and network. */
final class DepositMethods {

    private static final String COLLECTION = "depositMethods";
    private static final String OK = "ok";
    private static final int ID_DIGITS = 24;

    /** The members that identify an account at a bank, or an address. */
    static final List<String> NUMBERS = List.of("sortCode", "accountNumber", "routingNumber", "iban", "address");

    private final OperationContext context;

    DepositMethods(OperationContext context) {
        this.context = context;
    }

    /** Returns the deposit method that a call names, if it is set up. */
    Optional<Entry> of(Call call) {
        return context.store().entries().below(COLLECTION, said(call, "accountId")).stream()
                .filter(method -> isSame(method, call, "type")
                        && isSame(method, call, "asset")
                        && isSame(method, call, "network"))
                .findFirst();
    }

    private static boolean isSame(Entry method, Call call, String member) {
        return method.document().path(member).asText().equals(said(call, member));
    }

    /** Returns a member from the query or the content; only coins have an address. */
    static String said(Call call, String name) {
        JsonNode body = call.input().body();
        JsonNode inQuery = call.input().get(name);
        if (name.equals("type") && inQuery.isMissingNode()) {
            return body.has("address") ? "crypto" : "bank";
        }
        return (inQuery.isMissingNode() ? body.path(name) : inQuery).asText();
    }

    /** Returns the caller's deposit method that a payment identifies. */
    Optional<Entry> paid(Call call) {
        JsonNode body = call.input().body();
        return context.visible().list(call.subject(), COLLECTION).stream()
                .filter(method -> isSame(method, call, "type") && isSame(method, call, "network"))
                .filter(method -> status(method.document()).equals(OK))
                .filter(method -> isMeant(details(method), body))
                .filter(method -> said(call, "type").equals("bank") || isSame(method, call, "asset"))
                .findFirst();
    }

    private static boolean isMeant(JsonNode details, JsonNode body) {
        boolean sameReference = !details.has("reference")
                || !body.has("reference")
                || details.path("reference").equals(body.path("reference"));
        return sameReference
                && NUMBERS.stream()
                        .filter(body::has)
                        .allMatch(name -> body.path(name).equals(details.path(name)));
    }

    /** Returns the id of the existing method, otherwise one that is always the same for what the call names. */
    String id(Call call) {
        String text = said(call, "accountId")
                + ' '
                + said(call, "type")
                + ' '
                + said(call, "asset")
                + ' '
                + said(call, "network");
        return of(call).map(Entry::id).orElseGet(() -> "dm-" + Hash.hex(text).substring(0, ID_DIGITS));
    }

    /** Returns the present status; null if it is not set up. */
    @Nullable
    String status(Call call) {
        return of(call).map(method -> status(method.document())).orElse(null);
    }

    private String status(ObjectNode method) {
        boolean ready = method.has("readyAt")
                && !Instant.parse(method.path("readyAt").asText())
                        .isAfter(context.now().get());
        String stored = method.path("status").asText(OK);
        return ready && stored.equals("processing") ? OK : stored;
    }

    /** Returns the status after a call that sets the method up. */
    String nextStatus(Call call) {
        String present = status(call);
        return present != null ? present : delay().isZero() ? OK : "processing";
    }

    /** Returns when it becomes usable; null if it is already, or if the time is unknown. */
    @Nullable
    String readyAt(Call call) {
        Optional<Entry> known = of(call);
        return known.isPresent()
                ? known.get().document().path("readyAt").textValue()
                : delay().isZero()
                        ? null
                        : Timestamps.text(TimeLimits.later(context.now().get(), delay()));
    }

    private Duration delay() {
        return context.settings().duration("depositMethodDelay");
    }

    /** Returns what the payer must know; null until it is usable. */
    @Nullable
    JsonNode details(Call call) {
        return of(call).filter(method -> status(method.document()).equals(OK))
                .map(this::details)
                .orElse(null);
    }

    JsonNode details(Entry method) {
        ObjectNode document = method.document();
        if (document.has("details")) {
            return document.path("details");
        }
        ObjectNode details = JsonNodeFactory.instance
                .objectNode()
                .put("network", document.path("network").asText())
                .put("asset", document.path("asset").asText());
        return document.path("type").asText().equals("bank") ? bank(method, details) : crypto(method, details);
    }

    private ObjectNode bank(Entry method, ObjectNode details) {
        String id = method.id();
        details.put("beneficiary", beneficiary(method)).put("bankName", "Sandbox Bank");
        details.putObject("bankAddress").put("line1", "1 Test Street");
        numbers(details.path("network").asText(), id, details);
        return details.has("routingNumber")
                ? details.put("accountType", "checking")
                : details.put("reference", "SB" + BankNumbers.digits(id + " reference", 8));
    }

    /** Adds the numbers that identify an account on a network. */
    static void numbers(String network, String id, ObjectNode account) {
        switch (network) {
            case "fps" ->
                account.put("sortCode", BankNumbers.digits(id + " sort", 6))
                        .put("accountNumber", BankNumbers.digits(id, 8));
            case "sepa" -> account.put("bic", "SNDBLT2X").put("iban", BankNumbers.iban(id));
            default ->
                account.put("routingNumber", BankNumbers.routingNumber(id))
                        .put("accountNumber", BankNumbers.digits(id, 8));
        }
    }

    /** Returns the name of the user who receives the money. */
    String beneficiary(Entry method) {
        JsonNode owner = context.store()
                .entries()
                .find("accounts", method.document().path("account").asText())
                .flatMap(account -> context.store().entries().find(Directory.USERS, String.valueOf(account.owner())))
                .<JsonNode>map(Entry::document)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        return owner.path("fullName")
                .asText(owner.path("name").asText(owner.path("email").asText()));
    }

    private ObjectNode crypto(Entry method, ObjectNode details) {
        String network = details.path("network").asText();
        String address = CoinAddresses.address(network, method.id());
        details.put("address", address);
        details.putArray("addressFormats")
                .addObject()
                .put("format", address.startsWith("tb1") ? "native-segwit" : "pubkey-hash")
                .put("value", address);
        boolean refers = new RailLookup(context.store())
                .find("crypto", network, details.path("asset").asText())
                .anyMatch(rail -> rail.has("reference"));
        return refers ? details.put("reference", BankNumbers.digits(method.id(), 9)) : details;
    }
}
