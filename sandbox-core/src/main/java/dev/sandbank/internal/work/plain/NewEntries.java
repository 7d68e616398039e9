package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.IdStyle;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.WorkRule.CreateRule;
import dev.sandbank.internal.store.Links;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OwnershipKeys;
import dev.sandbank.internal.work.plain.EntryChange.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes new entries, each with an unused id, or in the place of the entry that has it. */
final class NewEntries {

    private static final String BLANK = "${";
    private static final Pattern ID = Pattern.compile("[!-~]{1," + IdStyle.LONGEST + "}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int TRIES = 8;

    private final OperationContext context;
    private final CallFacts knowledge;
    private final EntryWork entries;
    private final OwnershipKeys keys;
    private final Placement placement;

    NewEntries(
            OperationContext context, CallFacts knowledge, EntryWork entries, OwnershipKeys keys, Placement placement) {
        this.context = context;
        this.knowledge = knowledge;
        this.entries = entries;
        this.keys = keys;
        this.placement = placement;
    }

    EntryChange create(CreateRule rule) {
        return call -> make(rule, call, knowledge.ofCall(call));
    }

    /** @param facts the facts for its templates */
    Outcome make(CreateRule rule, Call call, Facts facts) {
        String place = rule.content();
        Optional<ObjectNode> content =
                place == null ? Optional.of(MemberTemplates.none()) : MemberTemplates.content(call, place);
        if (content.isEmpty()) {
            return new EntryChange.Refused(MemberTemplates.refusal(String.valueOf(place)));
        }
        JsonNode id = rule.id().contains(BLANK) ? Templates.fill(TextNode.valueOf(rule.id()), facts) : freeId(rule);
        Optional<Refusal> bad = badId(rule, call, id);
        return bad.<Outcome>map(EntryChange.Refused::new)
                .orElseGet(() -> make(rule, call, facts, content.get().set("id", id)));
    }

    private Outcome make(CreateRule rule, Call call, Facts facts, ObjectNode document) {
        Optional<Entry> there = context.store()
                .entries()
                .find(rule.collection(), document.path("id").asText());
        if (there.isPresent()) {
            return rule.replaces() && isSeen(call, there.get())
                    ? new EntryChange.Done(
                            Optional.of(entries.write(there.get(), document, rule.members(), facts)), true)
                    : new EntryChange.Refused(taken(rule, there.get()));
        }
        Set<String> said = rule.members().keySet();
        placement.own(document, call, rule.collection(), said);
        MemberTemplates.set(document, rule.members(), facts);
        Optional<Refusal> misplaced = placement.misplaced(document, call, rule.collection(), said);
        return misplaced
                .<Outcome>map(EntryChange.Refused::new)
                .orElseGet(() -> Outcome.about(add(call, rule, document)));
    }

    private boolean isSeen(Call call, Entry entry) {
        return context.visible()
                .find(call.subject(), entry.collection(), entry.id())
                .isPresent();
    }

    private static Refusal taken(CreateRule rule, Entry there) {
        return new Refusal.RuleBroken(
                String.valueOf(rule.taken()),
                "The id " + there.id() + " is taken",
                Map.of("entity", there.collection(), "id", there.id()));
    }

    private Entry add(Call call, CreateRule rule, ObjectNode document) {
        String collection = rule.collection();
        String id = document.path("id").asText();
        Entry created = context.store()
                .entries()
                .add(collection, id, keys.owner(collection, document), keys.parent(collection, document), document);
        if (placement.isTimely(collection, document)) {
            context.store().alarms().set(collection, id, context.now().get());
        }
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

    /** Refuses an id from a call that no fixture could have. */
    private static Optional<Refusal> badId(CreateRule rule, Call call, JsonNode id) {
        boolean text = id.isTextual() && ID.matcher(id.textValue()).matches();
        if (text || (id.isIntegralNumber() && NUMBER.matcher(id.asText()).matches())) {
            return Optional.empty();
        }
        String fact =
                Phrasebook.named(List.of(rule.id()), "").stream().findFirst().orElse("id");
        String property = fact.substring(fact.indexOf('.') + 1);
        String place = call.operation().parameters().stream()
                .filter(parameter -> fact.equals("parameter." + parameter.name()))
                .map(Parameter::in)
                .findFirst()
                .orElse("body");
        String context = place.equals("header") ? "headers" : place;
        String message =
                property + (id.isMissingNode() ? " is required" : " must be an id of 1 to 128 visible characters");
        Violation violation = new Violation(property, id.isMissingNode() ? "required" : "pattern", Map.of(), message);
        return Optional.of(new Refusal.InputInvalid(context, List.of(violation)));
    }

    private JsonNode freeId(CreateRule rule) {
        return rule.id().equals(IdStyle.INTEGER) ? nextNumber(rule.collection()) : TextNode.valueOf(freeText(rule));
    }

    /** Returns one more than the highest number in use. */
    private JsonNode nextNumber(String collection) {
        long highest = context.store().entries().ids(collection).stream()
                .filter(id -> NUMBER.matcher(id).matches())
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        return LongNode.valueOf(highest + 1);
    }

    /** Makes an unused id; ids become longer once those of the bank's style are used up. */
    private String freeText(CreateRule rule) {
        String id = text(rule.id(), 0);
        for (int tried = 1; context.visible().exists(rule.collection(), id); tried++) {
            id = text(rule.id(), tried / TRIES);
        }
        return id;
    }

    private String text(String style, int longer) {
        Ids ids = context.ids();
        return style.equals(IdStyle.UUID) ? ids.uuid() : IdStyle.of(style).make(ids::text, longer);
    }
}
