package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.ReplyRule;
import dev.sandbank.internal.model.operation.WorkRule.CreateRule;
import dev.sandbank.internal.store.Links;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.OwnershipKeys;
import dev.sandbank.internal.work.Result;
import java.util.Optional;
import java.util.Set;

/** Makes new entries, each with an id that none has. */
final class NewEntries {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int TRIES = 8;

    private final OperationContext context;
    private final MemberTemplates members;
    private final ViewRenderer showing;
    private final OwnershipKeys keys;
    private final Placement placement;

    NewEntries(
            OperationContext context,
            MemberTemplates members,
            ViewRenderer showing,
            OwnershipKeys keys,
            Placement placement) {
        this.context = context;
        this.members = members;
        this.showing = showing;
        this.keys = keys;
        this.placement = placement;
    }

    OperationHandler create(CreateRule rule, ReplyRule reply) {
        return call -> {
            Optional<ObjectNode> content =
                    rule.content() ? MemberTemplates.content(call) : Optional.of(MemberTemplates.none());
            if (content.isEmpty()) {
                return new Result.Refused(MemberTemplates.refusal());
            }
            ObjectNode document = content.get();
            Set<String> said = rule.members().keySet();
            document.put("id", freeId(rule));
            placement.own(document, call, rule.collection(), said);
            members.set(document, call, rule.members());
            Optional<Refusal> misplaced = placement.misplaced(document, call, rule.collection(), said);
            return misplaced
                    .<Result>map(Result.Refused::new)
                    .orElseGet(() -> showing.about(call, add(call, rule, document), reply));
        };
    }

    private Entry add(Call call, CreateRule rule, ObjectNode document) {
        String collection = rule.collection();
        String id = document.path("id").asText();
        Entry created = context.store()
                .entries()
                .add(collection, id, keys.owner(collection, document), keys.parent(collection, document), document);
        if (call.subject().isUser()) {
            link(call.subject().id(), rule, id);
        }
        return created;
    }

    private void link(String user, CreateRule rule, String id) {
        Links links = context.store().links();
        if (placement.isLinked(rule.collection())) {
            links.link(user, rule.collection(), id);
        }
        rule.allow().forEach(permission -> links.entitle(user, rule.collection(), id, permission));
    }

    /** Ids become longer where those of the bank's style are used up. */
    private String freeId(CreateRule rule) {
        String id = id(rule.id(), 0);
        for (int tried = 1; context.visible().exists(rule.collection(), id); tried++) {
            id = id(rule.id(), tried / TRIES);
        }
        return id;
    }

    private String id(String style, int longer) {
        Ids ids = context.ids();
        if (style.equals("uuid")) {
            return ids.uuid();
        }
        int end = Math.max(style.lastIndexOf('-'), style.lastIndexOf('_')) + 1;
        int length = Integer.parseInt(style.substring(end)) + longer;
        return style.substring(0, end) + ids.text(ALPHABET, length);
    }
}
