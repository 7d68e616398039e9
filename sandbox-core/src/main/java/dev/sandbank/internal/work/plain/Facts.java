package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Timestamps;
import dev.sandbank.internal.work.Tools;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What templates may name: facts of a call, and facts of an entry as one caller sees it. */
final class Facts {

    private final Map<String, Map<String, JsonNode>> defaults;
    private final Tools tools;

    /** @param defaults what entries show for members they do not have, by collection */
    Facts(Map<String, Map<String, JsonNode>> defaults, Tools tools) {
        this.defaults = defaults;
        this.tools = tools;
    }

    /** {@code subject}, {@code client}, {@code now}, {@code body.…}, {@code parameter.…} and {@code resource.…}. */
    Function<String, @Nullable Object> ofCall(Call call) {
        return name -> switch (name) {
            case "subject" -> call.subject().id();
            case "client" -> call.grant().client();
            case "now" -> Timestamps.text(tools.now().get());
            case "uuid" -> tools.ids().uuid();
            default -> ofCall(call, name);
        };
    }

    private static @Nullable Object ofCall(Call call, String name) {
        if (name.startsWith("body.")) {
            return value(call.input().body(), name.substring("body.".length()));
        }
        if (name.startsWith("parameter.")) {
            return value(call.input().get(name.substring("parameter.".length())), "");
        }
        if (name.startsWith("resource.") && !call.resources().isEmpty()) {
            return value(call.resources().get(0).entry().document(), name.substring("resource.".length()));
        }
        return null;
    }

    /** {@code id}, {@code owner}, {@code createdAt}, {@code updatedAt}, {@code allows.…}, {@code link.…}, its members. */
    Function<String, @Nullable Object> ofEntry(Call call, Entry entry) {
        return name -> switch (name) {
            case "id" -> entry.id();
            case "owner" -> entry.owner();
            case "createdAt" -> Timestamps.text(entry.createdAt());
            case "updatedAt" -> Timestamps.text(entry.updatedAt());
            default -> ofEntry(call, entry, name);
        };
    }

    private @Nullable Object ofEntry(Call call, Entry entry, String name) {
        if (name.startsWith("allows.")) {
            return permissions(call, entry).contains(name.substring("allows.".length()))
                    || !call.subject().isUser();
        }
        if (name.startsWith("link.")) {
            return tools.store()
                    .links()
                    .find(call.subject().id(), entry.collection(), entry.id())
                    .map(link -> value(link, name.substring("link.".length())))
                    .orElse(null);
        }
        Object own = value(entry.document(), name);
        return own == null ? fallback(entry, name) : own;
    }

    private Set<String> permissions(Call call, Entry entry) {
        return tools.store().links().permissions(call.subject().id(), entry.collection(), entry.id());
    }

    private @Nullable Object fallback(Entry entry, String name) {
        JsonNode template = defaults.getOrDefault(entry.collection(), Map.of()).get(name);
        if (template == null) {
            return null;
        }
        JsonNode filled = Templates.fill(template, other -> value(entry.document(), other));
        return filled.isMissingNode() ? null : filled;
    }

    /** The value at a path with dots between its steps; the empty path is the value itself. */
    static @Nullable JsonNode value(JsonNode from, String path) {
        JsonNode found = from;
        if (!path.isEmpty()) {
            for (String step : path.split("\\.", -1)) {
                found = found.path(step);
            }
        }
        return found.isMissingNode() || found.isNull() ? null : found;
    }
}
