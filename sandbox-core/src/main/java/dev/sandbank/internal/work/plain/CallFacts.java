package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Conditions;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.FollowCase;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Links;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.work.OperationContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts that templates and conditions can name: of a call, and of an entry as one caller sees it. */
public final class CallFacts {

    private static final String CONSENT = "consent.";
    private static final Set<String> SECRETS = Set.of("password", "secret", "apiKeys", "tokens");

    private static final String VENDOR = "vendor.";

    private final Dialect dialect;
    private final OperationContext context;

    public CallFacts(Dialect dialect, OperationContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    /** Returns the caller, the time, the input, and the resources by their names. */
    public Facts ofCall(Call call) {
        return name -> switch (name) {
            case "subject" ->
                call.knownSubject().map(Subject::id).filter(id -> !id.isEmpty()).orElse(null);
            case "client" ->
                call.knownGrant().map(Grant::client).filter(id -> !id.isEmpty()).orElse(null);
            case "now" -> now();
            case "today" -> now().substring(0, "2031-03-03".length());
            case "uuid" -> context.ids().uuid();
            case "base-url" -> context.publicBase().get();
            case "request-url" -> context.publicBase().get() + call.request().path();
            case "full-url" -> context.publicBase().get() + call.request().target();
            case "body" -> Facts.at(call.knownInput().body(), "");
            default -> step(call, name);
        };
    }

    private @Nullable Object step(Call call, String name) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        String rest = name.substring(Math.min(name.length(), first.length() + 1));
        return switch (first) {
            case "body" -> Facts.at(call.knownInput().body(), rest);
            case "parameter" -> Facts.at(call.knownInput().at(rest), "");
            case "setting" -> context.settings().find(rest).orElse(null);
            case "subject" -> ofSubject(call, rest);
            case "vendor" -> context.parts().fact(rest, call);
            case "grant" -> call.knownGrant().map(grant -> ofGrant(grant, rest)).orElse(null);
            default ->
                resource(call, first)
                        .map(entry -> ofEntry(call, entry).get(rest))
                        .orElse(null);
        };
    }

    private @Nullable Object ofGrant(Grant grant, String name) {
        String consents = dialect.consents();
        if (consents == null || !name.startsWith(CONSENT)) {
            return new GrantFacts(context.store(), grant).get(name);
        }
        return grant.givenBy()
                .flatMap(id -> context.store().entries().find(consents, id))
                .map(consent -> ofNow(consent).get(name.substring(CONSENT.length())))
                .orElse(null);
    }

    private @Nullable Object ofSubject(Call call, String member) {
        return call.knownSubject()
                .filter(Subject::isUser)
                .flatMap(subject -> context.store().entries().find(Directory.USERS, subject.id()))
                .map(user -> ofEntry(call, user).get(member))
                .orElse(null);
    }

    /** Returns the call once for each resource that shares its name with others, with that resource first. */
    static List<Call> oneByOne(Call call) {
        List<Resource> all = call.resources();
        Set<String> names = new HashSet<>();
        boolean distinct =
                all.stream().allMatch(resource -> names.add(resource.rule().as()));
        return distinct
                ? List.of(call)
                : all.stream()
                        .map(first -> call.with(
                                Stream.concat(Stream.of(first), all.stream()).toList()))
                        .toList();
    }

    /** Returns a resource that the call names, by its name in the dialect; the first one if it names several. */
    static Optional<Entry> resource(Call call, String name) {
        return call.resources().stream()
                .filter(resource -> resource.rule().as().equals(name))
                .map(Resource::entry)
                .findFirst();
    }

    /**
     * Returns {@code id}, {@code owner}, {@code createdAt}, {@code updatedAt}, {@code allows}, {@code allows.…},
     * {@code link.…}, and its members.
     */
    public Facts ofEntry(Call call, Entry entry) {
        return name -> switch (name) {
            case "id" ->
                entry.document().path(name).isIntegralNumber()
                        ? entry.document().get(name)
                        : entry.id();
            case "owner" -> owner(entry);
            case "createdAt" -> Timestamps.text(entry.createdAt());
            case "updatedAt" -> Timestamps.text(entry.updatedAt());
            case "allows" -> new PermissionView(dialect, context.store().links()).of(call.subject(), entitled(entry));
            default -> ofEntry(call, entry, name);
        };
    }

    /** Returns the user's id, or a list of ids. */
    private @Nullable Object owner(Entry entry) {
        String member = dialect.collection(entry.collection()).owner();
        return entry.isShared() && member != null ? entry.document().get(member) : entry.owner();
    }

    private @Nullable Object ofEntry(Call call, Entry entry, String name) {
        if (name.startsWith("allows.")) {
            return permissions(call, entitled(entry)).contains(name.substring("allows.".length()))
                    || call.subject().isClient();
        }
        if (name.startsWith("link.")) {
            Entry linked = entitled(entry);
            return context.store()
                    .links()
                    .find(call.subject().id(), linked.collection(), linked.id())
                    .map(link -> Facts.at(link, name.substring("link.".length())))
                    .orElse(null);
        }
        if (name.startsWith(VENDOR)) {
            return context.parts().fact(name.substring(VENDOR.length()), call, entry);
        }
        return current(entry, name);
    }

    private Entry entitled(Entry entry) {
        return new EntitledEntry(dialect, context.store().entries()).of(entry);
    }

    private @Nullable Object current(Entry entry, String name) {
        JsonNode following = following(entry, name.split("\\.", 2)[0]);
        int dot = name.indexOf('.');
        return following == null ? stored(entry, name) : Facts.at(following, dot < 0 ? "" : name.substring(dot + 1));
    }

    private @Nullable Object stored(Entry entry, String name) {
        Object own = keepsSecrets(entry) && SECRETS.contains(name.split("\\.", 2)[0])
                ? null
                : Facts.at(entry.document(), name);
        return own == null ? fallback(entry, name) : own;
    }

    /** Computes the present value of a member that the dialect derives; null if the stored value counts. */
    private @Nullable JsonNode following(Entry entry, String member) {
        List<FollowCase> cases =
                dialect.collection(entry.collection()).follows().get(member);
        if (cases == null) {
            return null;
        }
        Facts facts = ofTime(entry, this::stored);
        return cases.stream()
                .filter(one -> new Conditions(facts, facts).hold(one.when()))
                .map(one -> Templates.fill(one.is(), facts))
                .findFirst()
                .filter(value -> !value.isMissingNode())
                .orElse(null);
    }

    /** Returns the facts of an entry as it is now for any caller, the time, and the settings. */
    Facts ofNow(Entry entry) {
        return ofTime(entry, this::current);
    }

    private Facts ofTime(Entry entry, BiFunction<Entry, String, @Nullable Object> members) {
        return name -> switch (name) {
            case "now" -> now();
            case "today" -> now().substring(0, "2031-03-03".length());
            case "id" -> entry.id();
            case "owner" -> entry.owner();
            case "createdAt" -> Timestamps.text(entry.createdAt());
            case "updatedAt" -> Timestamps.text(entry.updatedAt());
            default ->
                name.startsWith("setting.")
                        ? context.settings()
                                .find(name.substring("setting.".length()))
                                .orElse(null)
                        : members.apply(entry, name);
        };
    }

    private String now() {
        return Timestamps.text(context.now().get());
    }

    /** Returns an entry's members without secrets of users and clients. */
    static ObjectNode document(Entry entry) {
        return keepsSecrets(entry) ? entry.document().deepCopy().without(SECRETS) : entry.document();
    }

    private static boolean keepsSecrets(Entry entry) {
        return entry.collection().equals(Directory.USERS) || entry.collection().equals(Directory.CLIENTS);
    }

    /** Returns all members of an entry as they are now, with defaults for absent ones. */
    JsonNode whole(Entry entry) {
        ObjectNode whole = document(entry).deepCopy();
        for (String name : defaults(entry).keySet()) {
            if (!whole.hasNonNull(name) && fallback(entry, name) instanceof JsonNode value) {
                whole.set(name, value);
            }
        }
        for (String name : dialect.collection(entry.collection()).follows().keySet()) {
            JsonNode value = following(entry, name);
            if (value != null) {
                whole.set(name, value);
            }
        }
        return whole;
    }

    private Map<String, JsonNode> defaults(Entry entry) {
        return dialect.collection(entry.collection()).defaults();
    }

    private Set<String> permissions(Call call, Entry entry) {
        return context.store().links().permissions(call.subject().id(), entry.collection(), entry.id());
    }

    private @Nullable Object fallback(Entry entry, String name) {
        JsonNode template = defaults(entry).get(name);
        if (template == null) {
            return null;
        }
        JsonNode filled = Templates.fill(template, other -> Facts.at(entry.document(), other));
        return filled.isMissingNode() ? null : filled;
    }

    /** What a caller may do with an entry: each permission for entries of its kind, as true or false. */
    private record PermissionView(Dialect dialect, Links links) {

        /**
         * Returns the permissions; empty if entitlements cannot be about such an entry. A client that acts for itself
         * has them all.
         */
        @Nullable
        Map<String, Boolean> of(Subject caller, Entry entry) {
            Map<String, Boolean> allows = new LinkedHashMap<>();
            Set<String> held =
                    caller.isUser() ? links.permissions(caller.id(), entry.collection(), entry.id()) : Set.of();
            dialect.entitlements().values().stream()
                    .filter(kind -> kind.collection().equals(entry.collection()))
                    .flatMap(kind -> kind.permissions().stream())
                    .forEach(permission -> allows.put(permission, caller.isClient() || held.contains(permission)));
            return allows.isEmpty() ? null : allows;
        }
    }
}
