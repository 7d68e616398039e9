package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.ReplyRule;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.WorkRule.CreateRule;
import dev.sandbank.internal.model.WorkRule.EntryRule;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.Keys;
import dev.sandbank.internal.work.Tools;
import dev.sandbank.internal.work.Work;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Answers with one entry, or changes it first. */
final class EntryWork {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final Tools tools;
    private final Knowledge knowledge;
    private final Showing showing;
    private final Keys keys;

    EntryWork(Tools tools, Knowledge knowledge, Showing showing, Keys keys) {
        this.tools = tools;
        this.knowledge = knowledge;
        this.showing = showing;
        this.keys = keys;
    }

    Work get(EntryRule rule, ReplyRule reply) {
        return call -> showing.about(call, named(call, rule), reply);
    }

    Work create(CreateRule rule, ReplyRule reply) {
        return call -> {
            String collection = rule.collection();
            String id = id(rule.id());
            ObjectNode document = rule.content() ? content(call) : JsonNodeFactory.instance.objectNode();
            document.put("id", id);
            set(document, call, rule.members());
            String owner = keys.owner(collection, document);
            String parent = keys.parent(collection, document);
            Entry created = tools.store().entries().add(collection, id, owner, parent, document);
            if (call.subject().isUser()) {
                rule.allow()
                        .forEach(permission ->
                                tools.store().links().entitle(call.subject().id(), collection, id, permission));
            }
            return showing.about(call, created, reply);
        };
    }

    private static ObjectNode content(Call call) {
        return call.input().body() instanceof ObjectNode body ? body.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    Work replace(EntryRule rule, ReplyRule reply) {
        return change(rule, reply, (call, document) -> {
            ObjectNode fresh = content(call);
            fresh.set("id", document.path("id"));
            return fresh;
        });
    }

    Work patch(EntryRule rule, ReplyRule reply) {
        return change(rule, reply, (call, document) -> {
            MergePatch.apply(document, call.input().body());
            return document;
        });
    }

    Work action(EntryRule rule, ReplyRule reply) {
        return change(rule, reply, (call, document) -> document);
    }

    Work delete(EntryRule rule, ReplyRule reply) {
        return call -> {
            Entry entry = named(call, rule);
            tools.store().entries().delete(entry.collection(), entry.id());
            return showing.about(call, entry, reply);
        };
    }

    private Work change(EntryRule rule, ReplyRule reply, BiFunction<Call, ObjectNode, ObjectNode> edit) {
        return call -> {
            Entry before = named(call, rule);
            Entries entries = tools.store().entries();
            ObjectNode document = edit.apply(call, before.document().deepCopy());
            set(document, call, rule.members());
            document.put("id", before.id());
            String owner = keys.owner(before.collection(), document);
            String parent = keys.parent(before.collection(), document);
            entries.replace(before.collection(), before.id(), owner, parent, document);
            Entry after = entries.find(before.collection(), before.id()).orElse(before);
            return showing.about(call, after, reply);
        };
    }

    private void set(ObjectNode document, Call call, Map<String, JsonNode> members) {
        members.forEach((name, template) -> {
            JsonNode value = Templates.fill(template, knowledge.ofCall(call));
            if (!value.isMissingNode()) {
                document.set(name, value);
            }
        });
    }

    private static Entry named(Call call, EntryRule rule) {
        String name = rule.of();
        return (name == null ? lastOfPath(call) : Knowledge.resource(call, name))
                .orElseThrow(() -> new IllegalStateException("the operation names no resource to work on"));
    }

    private static Optional<Entry> lastOfPath(Call call) {
        return call.resources().stream()
                .filter(resource -> resource.rule().isOfThePath())
                .map(Resource::entry)
                .reduce((earlier, later) -> later);
    }

    private String id(String style) {
        Ids ids = tools.ids();
        if (style.equals("uuid")) {
            return ids.uuid();
        }
        int dash = style.lastIndexOf('-');
        return style.substring(0, dash + 1) + ids.text(ALPHABET, Integer.parseInt(style.substring(dash + 1)));
    }
}
