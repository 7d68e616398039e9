package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.model.operation.Defaults;
import dev.sandbank.internal.model.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One bank's rules and wording, as its dialect file declares them.
 *
 * @param about which bank it is
 * @param api the guarded part of the API
 * @param issuer the token server: its endpoints, grants and client authentication
 * @param tokens the format of access tokens
 * @param vocabulary the existing scopes
 * @param settings the settings that a fixture may change, each with a default
 * @param data the data of a fixture, and who sees it
 * @param users how a call names one, and what they are refused because of their state
 * @param offer the operations
 * @param sent what it sends by itself
 * @param envelope the members that all refusals share
 * @param refusals the phrase for each refusal
 */
public record Dialect(
        About about,
        Api api,
        Issuer issuer,
        TokenStyle tokens,
        Vocabulary vocabulary,
        Map<String, Setting> settings,
        DataRules data,
        UserRules users,
        Offer offer,
        Webhooks sent,
        Envelope envelope,
        Map<String, Phrase> refusals) {

    public Dialect {
        settings = StandardSettings.under(settings, issuer, offer);
        refusals = Defaults.orEmpty(refusals);
    }

    public String name() {
        return about.name;
    }

    public String title() {
        return about.title;
    }

    public Map<String, String> scopes() {
        return vocabulary.scopes;
    }

    public List<ImpliedScopes> scopeImplies() {
        return vocabulary.scopeImplies;
    }

    public Map<String, EntitlementKind> entitlements() {
        return data.entitlements();
    }

    public Map<String, Visibility> collections() {
        return data.collections();
    }

    public DataRules.FixtureRules fixture() {
        return data.fixture();
    }

    /** Returns what it sends by itself. */
    public Webhooks webhooks() {
        return sent;
    }

    /** Returns how a call names the user it is made for, or null if it cannot. */
    public @Nullable Impersonation impersonation() {
        return users.impersonation;
    }

    public StateRule blocked() {
        return users.blocked;
    }

    public Map<String, StateRule> states() {
        return users.states;
    }

    public List<Operation> operations() {
        return offer.operations();
    }

    /** Returns the OpenAPI description of its API: its own, or else one derived from the operations. */
    public ObjectNode described() {
        return offer.description() == null
                ? OwnDescription.of(this)
                : offer.description().document();
    }

    /** Returns the same dialect with all data of the denial catalogue, which is seldom needed. */
    public Dialect rehearsed() {
        return offer.rehearsed() == null ? this : offer.rehearsed().get();
    }

    /** Returns the same dialect with parts that are read when they are needed. */
    public Dialect with(@Nullable ApiDescription description, @Nullable Supplier<Dialect> rehearsed) {
        return new Dialect(
                about,
                api,
                issuer,
                tokens,
                vocabulary,
                settings,
                data,
                users,
                offer.with(description, rehearsed),
                sent,
                envelope,
                refusals);
    }

    /** Returns what a user in this state is refused; empty for a state without a rule, such as active. */
    public Optional<StateRule> state(UserStatus status) {
        return status.equals(UserStatus.BLOCKED)
                ? Optional.of(users.blocked)
                : Optional.ofNullable(users.states.get(status.word()));
    }

    /** Whether users can be entitled to entries of a collection. */
    public boolean isEntitled(String collection) {
        return data.entitlements().values().stream()
                .anyMatch(kind -> kind.collection().equals(collection));
    }

    /** Returns the collection whose entitlements tell what a caller may do with an entry; empty if none do. */
    public Optional<String> entitledFor(String collection) {
        String here = collection;
        for (int step = 0; step <= data.collections().size(); step++) {
            Visibility.Through through = collection(here).through();
            if (isEntitled(here) || through == null) {
                break;
            }
            here = through.collection();
        }
        return Optional.of(here).filter(this::isEntitled);
    }

    /** Returns the visibility of a collection's entries; all are visible if the dialect does not say. */
    public Visibility collection(String collection) {
        return data.collections().getOrDefault(collection, Visibility.ALL);
    }

    public Optional<Operation> operation(String id) {
        return offer.operations().stream().filter(spec -> spec.id().equals(id)).findFirst();
    }

    /** Whether its API refuses tokens for other audiences. */
    public boolean checksAudience(Settings set) {
        return set.flag(StandardSettings.CHECK_AUDIENCE);
    }

    /** Returns the name of its API in the audience of tokens. */
    public String audience(Settings set, String publicBase) {
        return set.find(StandardSettings.API_AUDIENCE)
                .filter(name -> !name.isEmpty())
                .orElse(publicBase + api.base());
    }

    /** Returns the collection of the consents that users give when they sign in, or null if there is none. */
    public @Nullable String consents() {
        ConsentRule rule = issuer.consent();
        return rule == null ? null : rule.collection();
    }

    /** Returns all scopes that a client may be given: the bank's own and those of the protocol. */
    public Set<String> allScopes() {
        Set<String> all = new TreeSet<>(vocabulary.scopes.keySet());
        all.addAll(issuer.protocolScopes());
        return all;
    }

    /** Whether it tells anybody anything without being asked. */
    public boolean tells() {
        return !offer.events().isEmpty() || issuer.tellsLogouts();
    }

    /**
     * The identity of a bank.
     *
     * @param name the dialect's name, such as {@code apiture}
     * @param title the bank's name for people
     * @param vendor the name of its Java code, for what data cannot express, or null for none
     */
    public record About(
            @JsonProperty("dialect") String name,
            String title,
            @Nullable String vendor) {}

    /**
     * The scopes of a bank.
     *
     * @param scopes name and meaning
     * @param scopeImplies the scopes that imply others
     */
    public record Vocabulary(Map<String, String> scopes, List<ImpliedScopes> scopeImplies) {
        public Vocabulary {
            scopes = Defaults.orEmpty(scopes);
            scopeImplies = Defaults.orEmpty(scopeImplies);
        }
    }

    /**
     * How a call names the user it is made for, and what users are refused because of their state.
     *
     * @param impersonation how a call names its user, or null if it cannot
     * @param blocked what a blocked user is refused
     * @param states further states of users, and what they are then refused
     */
    public record UserRules(@Nullable Impersonation impersonation, StateRule blocked, Map<String, StateRule> states) {
        public UserRules {
            blocked = blocked == null ? StateRule.strictest() : blocked;
            states = Defaults.orEmpty(states);
        }
    }

    /**
     * What a bank sends by itself, to the webhooks of its clients.
     *
     * @param style how its messages look, or null if it sends none
     */
    public record Webhooks(
            @JsonProperty("webhooks") @Nullable WebhookStyle style) {}

    public record EntitlementKind(String collection, List<String> permissions) {}

    /**
     * How a call names the user it is made for: by a header field or a query parameter.
     *
     * @param header the header field, or null
     * @param parameter the query parameter, or null
     * @param pattern its grammar, with the group {@code id} and, if it can also name a client, the group {@code kind}
     * @param form the grammar in words, such as {@code user {id}}; by default the pattern itself
     * @param scope the scope it needs besides the operation's own, or null for none
     */
    public record Impersonation(
            @Nullable String header,
            @Nullable String parameter,
            String pattern,
            String form,
            @Nullable String scope) {
        public Impersonation {
            form = form == null ? pattern : form;
        }

        /** Returns its name for callers. */
        public String name() {
            return header == null ? String.valueOf(parameter) : header;
        }
    }

    /**
     * The wording of a bank's refusal.
     *
     * @param status the HTTP status; 0 in the default phrase for the usual one
     * @param headers header templates
     * @param body the body template
     * @param causes a member or the JSON Pointer to one, and the template that is filled for each error
     * @param causesFrom the number of errors from which causes are listed; default 2
     */
    public record Phrase(
            int status, Map<String, String> headers, JsonNode body, Map<String, JsonNode> causes, int causesFrom) {
        public Phrase {
            headers = Defaults.orEmpty(headers);
            causes = Defaults.orEmpty(causes);
            causesFrom = causesFrom == 0 ? 2 : causesFrom;
        }
    }
}
