package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.EventRule;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.dialect.WebhookStyle;
import dev.sandbank.internal.model.CallPlace;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.IdStyle;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.EntryChanges;
import dev.sandbank.internal.store.EntryChanges.Cause;
import dev.sandbank.internal.store.EntryChanges.Change;
import dev.sandbank.internal.store.EntryChanges.Happened;
import dev.sandbank.internal.store.EntryChanges.SessionEnd;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.webhook.send.PostOutcome;
import dev.sandbank.internal.webhook.send.ReceiverHosts;
import dev.sandbank.internal.webhook.sign.Secrets;
import dev.sandbank.internal.work.Once;
import dev.sandbank.internal.work.OperationContext;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The webhooks of an environment: makes events of changes and of what happens besides, as the dialect says, and keeps them for their receivers. */
public final class Webhooks implements EntryChanges.Listener, AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.sandbank");

    /** The type of events that are logout tokens, whatever the bank's own types are. */
    private static final String LOGOUT = "backchannel-logout";

    private static final int LONGEST_BODY = 256 * 1024;

    private final Dialect dialect;
    private final OperationContext context;
    private final EventFacts knowledge;
    private final Function<SessionEnd, Optional<String>> logouts;
    private final WebhookStyle style;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Once<Dispatcher> dispatcher;
    private final Arrivals arrivals = new Arrivals();

    /**
     * @param keys the keys of the sandbox
     * @param logouts makes the logout token for the end of a session, if its client wants one
     * @param receivers the hosts that it may post to besides this machine
     * @param notes takes notes for the journal
     */
    public Webhooks(
            Dialect dialect,
            OperationContext context,
            Supplier<SigningKeys> keys,
            Function<SessionEnd, Optional<String>> logouts,
            Set<String> receivers,
            Consumer<String> notes) {
        this.dialect = dialect;
        this.context = context;
        this.knowledge = new EventFacts(dialect, context);
        this.style = StandardStyle.of(dialect, context.settings());
        this.logouts = logouts;
        ReceiverHosts hosts = ReceiverHosts.of(receivers);
        this.outbox = new Outbox(
                context.store(),
                context.settings(),
                this::secret,
                !dialect.offer().events().isEmpty(),
                style.failing().isSuspending(),
                hosts);
        ReceiverTokens tokens = new ReceiverTokens(context.now(), this::post);
        this.deliveries = new Deliveries(style, outbox, context, keys, tokens);
        this.dispatcher = new Once<>(() -> new Dispatcher(deliveries, context.store(), hosts, notes, this::committed));
    }

    /** Makes the events of a step, in the order of the dialect. */
    @Override
    public void stepped(List<Change> changes, List<Happened> happened, Cause cause) {
        dialect.offer().events().forEach((type, rules) -> {
            changes.forEach(
                    change -> make(type, rules, change.at(), cause, rule -> knowledge.events(rule, change, cause)));
            happened.forEach(one -> make(type, rules, one.at(), cause, rule -> knowledge.events(rule, one, cause)));
        });
    }

    /** Makes a logout token for each client that wants to know of the end of its session. */
    @Override
    public void ended(Collection<SessionEnd> sessions) {
        sessions.forEach(end -> logouts.apply(end).ifPresent(token -> add(end, token)));
    }

    private void add(SessionEnd end, String token) {
        Instant now = context.now().get();
        String id = context.ids().uuid();
        Map<String, StoredDelivery> delivery = Map.of(ClientEndpoints.id(end.client()), StoredDelivery.pending(now));
        outbox.add(new StoredEvent(id, 0, LOGOUT, null, id, now, "logout_token=" + token, end.call(), 0, delivery));
    }

    /** Makes the events of the first rule that makes any. */
    private void make(
            String type, List<EventRule> rules, Instant at, Cause cause, Function<EventRule, List<Facts>> events) {
        for (EventRule rule : rules) {
            List<Facts> all = events.apply(rule);
            all.forEach(facts -> make(type, rule.category(), Templates.fill(rule.data(), facts), at, cause, facts));
            if (!all.isEmpty()) {
                return;
            }
        }
    }

    private void make(String type, @Nullable String category, JsonNode data, Instant at, Cause cause, Facts facts) {
        String id = context.ids().uuid();
        String message = id(style.message());
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("id", id)
                .put("type", type)
                .put("createdAt", Timestamps.text(at))
                .set("data", data);
        if (category != null) {
            event.put("category", category);
        }
        Facts ofBody = EventFacts.with("event", event, name -> name.equals("message") ? message : facts.get(name));
        String body = Templates.fill(style.body(), ofBody).toString();
        if (body.length() > LONGEST_BODY) {
            LOG.log(System.Logger.Level.WARNING, "event {0} is not made: its body would be too long", type);
            return;
        }
        Map<String, StoredDelivery> deliveries = new LinkedHashMap<>();
        outbox.forEvents().stream()
                .filter(endpoint -> !endpoint.isDisabled() && endpoint.wants(type, category))
                .forEach(endpoint -> deliveries.put(endpoint.id(), StoredDelivery.pending(at)));
        outbox.add(new StoredEvent(
                id, 0, type, category, message, at, body, cause.place().take(), 0, deliveries));
    }

    /** Makes a secret of the bank's form; empty if it does not sign with any. */
    private Optional<String> secret() {
        return Optional.ofNullable(style.signature())
                .filter(WebhookStyle.Signature::isHmac)
                .map(signature -> Secrets.make(signature.secret(), context.ids()));
    }

    private String id(String form) {
        return form.equals(IdStyle.UUID)
                ? context.ids().uuid()
                : IdStyle.of(form).make(context.ids()::text, 0);
    }

    /**
     * Makes an event that no change has caused.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public StoredEvent make(String type, JsonNode data) {
        String category = rules(type).stream()
                .flatMap(rule -> Stream.ofNullable(rule.category()))
                .findFirst()
                .orElse(null);
        Instant now = context.now().get();
        Cause nobody = new Cause(null, CallPlace.NOWHERE);
        make(type, category, data, now, nobody, knowledge.of(now, nobody));
        return outbox.latest().orElseThrow();
    }

    private List<EventRule> rules(String type) {
        if (type.equals(LOGOUT) && dialect.issuer().tellsLogouts()) {
            throw new IllegalArgumentException("a logout token is made when a user is signed out: sign one out");
        }
        return Optional.ofNullable(dialect.offer().events().get(type))
                .orElseThrow(() -> new IllegalArgumentException("there is no event " + type));
    }

    @Override
    public void committed() {
        arrivals.tell();
        if (delivers()) {
            dispatcher.get().run();
        }
    }

    @Override
    public void close() {
        dispatcher.made().ifPresent(Dispatcher::close);
    }

    /** Whether there is an event, of this type if one is named. */
    public boolean has(Optional<String> type) {
        return events().stream()
                .anyMatch(event -> type.map(event.type()::equals).orElse(true));
    }

    /** Returns the types of events that the bank has. */
    public Set<String> types() {
        Set<String> types = new LinkedHashSet<>(dialect.offer().events().keySet());
        if (dialect.issuer().tellsLogouts()) {
            types.add(LOGOUT);
        }
        return types;
    }

    /** Returns what tells that events were made. */
    public Arrivals arrivals() {
        return arrivals;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /** Returns why the sandbox must not post to a URL; empty if it may. */
    public Optional<String> refusal(URI url) {
        return dispatcher.get().refusal(url);
    }

    /** Posts one attempt; never completes exceptionally. */
    public CompletableFuture<PostOutcome> post(URI url, Map<String, String> headers, String body) {
        return dispatcher.get().post(url, headers, body);
    }

    /**
     * Gets a token for an endpoint that wants one, unless a valid one is known.
     *
     * @return why there is none; empty if there is one, or the endpoint wants none; never completes exceptionally
     */
    public CompletableFuture<Optional<String>> authorize(Endpoint endpoint) {
        return endpoint.clientCredentials()
                .map(deliveries.tokens()::prepare)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** Whether it posts deliveries by itself. */
    public boolean delivers() {
        return outbox.delivers();
    }

    public Endpoints endpoints() {
        return new Endpoints(outbox, this::secret);
    }

    /** Returns the number of the last event that was made and is kept; 0 if there is none. */
    public long lastNumber() {
        return outbox.latest().map(StoredEvent::number).orElse(0L);
    }

    /** Returns how many events are no longer kept. */
    public long dropped() {
        return outbox.dropped();
    }

    /** Returns the events that are kept, in the order in which they were made. */
    public List<StoredEvent> events() {
        return outbox.events();
    }
}
