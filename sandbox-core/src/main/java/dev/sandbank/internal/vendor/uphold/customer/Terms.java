package dev.sandbank.internal.vendor.uphold.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Terms of service, and which of them users have accepted. If the fixture lists none, the terms are those on the bank's
 * pages.
 */
public final class Terms {

    private static final String COLLECTION = "termsOfService";
    private static final String ACCEPTED_AT = "acceptedAt";
    private static final String COUNTRIES = "countries";
    private static final String ALONE = "unique-account-number-viban";
    private static final List<String> PUBLISHED =
            List.of("general-us-hq", "general-gb-fca", "general-pt-bop", "general-lt-fcs", "general-bs-scb", ALONE);

    private final OperationContext context;

    public Terms(OperationContext context) {
        this.context = context;
    }

    List<Entry> all(Call call) {
        List<Entry> listed = context.store().entries().all(COLLECTION);
        return listed.isEmpty() ? PUBLISHED.stream().map(this::published).toList() : listed;
    }

    private Entry published(String code) {
        Instant start = context.store().started();
        return new Entry(
                COLLECTION, code, null, JsonNodeFactory.instance.objectNode().put("id", code), start, start);
    }

    /** Returns the general terms for a country: those that name it, otherwise those that name no country. */
    public List<String> general(String country) {
        List<Entry> general = context.store().entries().all(COLLECTION).stream()
                .filter(terms -> !terms.id().equals(ALONE))
                .toList();
        List<String> right = ids(general.stream().filter(terms -> names(terms, country)));
        return right.isEmpty()
                ? ids(general.stream().filter(terms -> !terms.document().has(COUNTRIES)))
                : right;
    }

    private static List<String> ids(Stream<Entry> terms) {
        return terms.map(Entry::id).toList();
    }

    private static boolean names(Entry terms, String country) {
        return contains(terms.document().path(COUNTRIES), country);
    }

    /** Whether terms match the filter of a list. */
    boolean areAskedFor(Call call, Entry terms) {
        return call.input()
                        .text("country")
                        .filter(country -> !apply(terms, COUNTRIES, country))
                        .isEmpty()
                && call.input()
                        .text("userType")
                        .filter(type -> !apply(terms, "userTypes", type))
                        .isEmpty();
    }

    /** Whether terms apply; terms without a restriction always do. */
    private static boolean apply(Entry terms, String member, String value) {
        return !terms.document().has(member) || contains(terms.document().path(member), value);
    }

    private static boolean contains(JsonNode list, String value) {
        return list.valueStream().anyMatch(element -> element.asText().equals(value));
    }

    /** Returns when the caller accepted the terms; null for a client, and for terms that were not accepted. */
    @Nullable
    String acceptedAt(Call call, Entry terms) {
        return user(call)
                .flatMap(user -> accepted(user)
                        .valueStream()
                        .filter(each -> each.path("code").asText().equals(terms.id()))
                        .findFirst())
                .map(each -> each.path(ACCEPTED_AT).asText())
                .orElse(null);
    }

    static String modifiedAt(Call call, Entry terms) {
        JsonNode told = terms.document().path("modifiedAt");
        return Timestamps.text(told.isMissingNode() ? terms.createdAt() : Instant.parse(told.asText()));
    }

    private Optional<Entry> user(Call call) {
        return call.subject().isUser()
                ? context.store().entries().find(Directory.USERS, call.subject().id())
                : Optional.empty();
    }

    /**
     * Returns the accepted terms of a user; by default the general ones of the country, accepted from the beginning.
     */
    private ArrayNode accepted(Entry user) {
        ArrayNode accepted = JsonNodeFactory.instance.arrayNode();
        JsonNode told = user.document().path("acceptedTerms");
        if (told.isArray()) {
            told.forEach(each -> add(
                    accepted,
                    each.path("code").asText(),
                    each.has(ACCEPTED_AT) ? Instant.parse(each.path(ACCEPTED_AT).asText()) : user.createdAt()));
            return accepted;
        }
        List<String> general = user.document().has(COLLECTION)
                ? List.of(user.document().path(COLLECTION).asText())
                : general(country(user));
        general.forEach(code -> add(accepted, code, user.createdAt()));
        return accepted;
    }

    private static void add(ArrayNode accepted, String code, Instant at) {
        accepted.addObject().put("code", code).put(ACCEPTED_AT, Timestamps.text(at));
    }

    private static String country(Entry user) {
        return user.document().at("/address/country").asText();
    }

    /** Refuses terms that are for other users or countries. */
    @Nullable
    Finding inapplicable(Call call) {
        return user(call)
                .filter(user -> !apply(named(call), "userTypes", call.subject().type())
                        || !apply(named(call), COUNTRIES, country(user)))
                .map(user -> finding("The terms of service do not apply to the user", "not-applicable"))
                .orElse(null);
    }

    private static Entry named(Call call) {
        return call.resources().get(0).entry();
    }

    private static Finding finding(String detail, String why) {
        return new Finding(detail, Map.of("why", List.of("terms-of-service-" + why)));
    }

    @Nullable
    Finding accepted(Call call) {
        return acceptedAt(call, named(call)) == null
                ? null
                : finding("The user has accepted the terms of service", "already-accepted");
    }

    /** Returns a user's accepted terms together with those that the call names. */
    ArrayNode withNamed(Call call, Entry user) {
        ArrayNode accepted = accepted(user);
        add(accepted, named(call).id(), context.now().get());
        return accepted;
    }
}
