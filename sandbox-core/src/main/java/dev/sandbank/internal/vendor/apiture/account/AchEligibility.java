package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.vendor.apiture.customer.Customers;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which accounts accept which kind of ACH payment, and for which customers a caller may ask. */
final class AchEligibility {

    private static final Set<String> OF_PEOPLE = Set.of("ppd", "web", "tel");
    private static final Set<String> OF_BUSINESSES = Set.of("ppd", "web", "tel", "ccd", "ctx");

    private final Store store;
    private final Customers customers;

    AchEligibility(Store store, Customers customers) {
        this.store = store;
        this.customers = customers;
    }

    /** Whether the account accepts payments of this kind: as the fixture says, or as is usual for such accounts. */
    static boolean takes(Call call, Entry account) {
        String code = call.input().get("secCode").asText();
        JsonNode told = account.document().path("secCodes");
        if (told.isArray()) {
            return told.valueStream().anyMatch(each -> each.asText().equals(code));
        }
        Set<String> usual = account.document().has("business") ? OF_BUSINESSES : OF_PEOPLE;
        return Overdraft.isDeposit(account) && usual.contains(code);
    }

    /**
     * Returns what is wrong with asking for a customer: people may ask for themselves, or for a business that they may
     * act for.
     */
    @Nullable
    Finding otherCustomer(Call call) {
        String asked = call.input().get("customerId").asText();
        boolean mayAsk = asked.isEmpty()
                || call.subject().isClient()
                || asked.equals(own(call))
                || store.links()
                        .permissions(call.subject().id(), Customers.BUSINESSES, asked)
                        .contains("actFor");
        return mayAsk ? null : new Finding("The caller may not act for the customer " + asked, Map.of());
    }

    private String own(Call call) {
        return store.entries()
                .find(Directory.USERS, call.subject().id())
                .map(Customers::idOf)
                .orElse("");
    }

    /** Whether an account belongs to the customer that the call asks for. */
    boolean isOfCustomer(Call call, Entry account) {
        String asked = call.input().get("customerId").asText();
        if (asked.isEmpty() || (call.subject().isUser() && asked.equals(own(call)))) {
            return true;
        }
        Optional<Entry> customer = customers.find(asked);
        return account.document().path("business").asText().equals(asked)
                || customer.filter(user -> store.links().exists(user.id(), account.collection(), account.id()))
                        .isPresent();
    }
}
