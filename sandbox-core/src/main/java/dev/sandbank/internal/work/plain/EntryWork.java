package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.ReplyRule;
import dev.sandbank.internal.model.WorkRule.CreateRule;
import dev.sandbank.internal.model.WorkRule.EntryRule;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.Tools;
import dev.sandbank.internal.work.Work;
import java.util.Map;
import java.util.function.BiFunction;

/** Answers with one entry, or changes it first. What is found out and what is done happens in one transaction. */
final class EntryWork {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final Tools tools;
    private final Facts facts;
    private final Showing showing;
    private final Map<String, String> owners;

    /** @param owners the member that names an entry's owner, by collection */
    EntryWork(Tools tools, Facts facts, Showing showing, Map<String, String> owners) {
        this.tools = tools;
        this.facts = facts;
        this.showing = showing;
        this.owners = owners;
    }

    Work get(EntryRule rule, ReplyRule reply) {
        return call -> showing.about(call, named(call, rule), reply);
    }

    Work create(CreateRule rule, ReplyRule reply) {
        return call -> {
            String id = id(rule.id());
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("id", id);
            set(document, call, rule.members());
            String owner = owners.get(rule.collection());
            Entry created = tools.store()
                    .entries()
                    .add(
                            rule.collection(),
                            id,
                            owner == null ? null : document.path(owner).asText(null),
                            document);
            return showing.about(call, created, reply);
        };
    }

    Work replace(EntryRule rule, ReplyRule reply) {
        return change(rule, reply, (call, document) -> {
            ObjectNode fresh = call.input().body().deepCopy();
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
        return call -> tools.store().atomically(tables -> {
            Entry before = named(call, rule);
            Entries entries = tables.entries();
            ObjectNode document = edit.apply(call, before.document().deepCopy());
            set(document, call, rule.members());
            entries.replace(before.collection(), before.id(), document);
            Entry after = entries.find(before.collection(), before.id()).orElse(before);
            return showing.about(call, after, reply);
        });
    }

    private void set(ObjectNode document, Call call, Map<String, JsonNode> members) {
        members.forEach((name, template) -> {
            JsonNode value = Templates.fill(template, facts.ofCall(call));
            if (!value.isMissingNode()) {
                document.set(name, value);
            }
        });
    }

    private static Entry named(Call call, EntryRule rule) {
        return call.resources().get(rule.of()).entry();
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
