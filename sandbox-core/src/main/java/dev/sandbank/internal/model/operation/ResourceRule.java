package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource that a call names, and that must exist, be visible and allow the call.
 *
 * @param when the call names it only if all of these hold
 * @param in where its id is found: {@code path}, {@code query}, {@code header}, {@code body}, or {@code subject} for
 * the user that the call is made for; {@code single} for the only entry that the caller sees and {@code where} fits
 * @param name the parameter that holds the id (or a list of ids), or the JSON Pointer into the body
 * @param by the member by which calls name it, which other entries may share; null for its id
 * @param or a template for the id if the call does not give it, over the resources before it; or null
 * @param collection the collection to look in
 * @param vendor the list of the bank's Java to look in instead; or null
 * @param where members that it must have, as templates, or else it counts as unknown
 * @param permission the permission that a user needs on it, or null for none
 * @param entity the bank's word for it in refusals; by default the collection's name
 * @param as its name in facts; by default the entity
 * @param wording the phrases of its refusals
 */
public record ResourceRule(
        List<Condition> when,
        String in,
        String name,
        @Nullable String by,
        @Nullable String or,
        String collection,
        @Nullable String vendor,
        Map<String, JsonNode> where,
        @Nullable String permission,
        String entity,
        String as,
        Wording wording) {

    public ResourceRule {
        when = Defaults.orEmpty(when);
        where = Defaults.orEmpty(where);
        entity = entity == null ? collection : entity;
        as = as == null ? entity : as;
        wording = wording == null ? Wording.USUAL : wording;
    }

    /**
     * The phrases for a call whose resource stops it.
     *
     * @param unknown for an unknown id
     * @param hidden for an entry that exists, but not for this subject; by default that for unknown ones
     * @param denied for a missing permission
     */
    public record Wording(String unknown, String hidden, String denied) {

        static final Wording USUAL = new Wording("resource-unknown", "resource-unknown", "entitlement-missing");

        public Wording {
            unknown = unknown == null ? "resource-unknown" : unknown;
            hidden = hidden == null ? unknown : hidden;
            denied = denied == null ? "entitlement-missing" : denied;
        }
    }

    /** Returns {@code where} as conditions. */
    public List<Condition> conditions() {
        return where.entrySet().stream()
                .map(member -> Condition.equal(member.getKey(), member.getValue()))
                .toList();
    }

    /** Whether it is in the path, with or without its id. */
    public boolean isOfThePath() {
        return in.equals("path") || isUnnamed();
    }

    /** Whether no call names it: it follows from the caller. */
    public boolean isUnnamed() {
        return in.equals("subject") || isSingle();
    }

    /** Whether it is the only entry of its collection that the caller sees and {@code where} fits. */
    public boolean isSingle() {
        return in.equals("single");
    }

    /** Whether a parameter of the path, the query or a header names it. */
    public boolean isOfParameters() {
        return !in.equals("body") && !isUnnamed();
    }

    /** Returns what an id means in words: {@code account acct-1}, or {@code entry acct-1 of accounts} if the bank has no word for it. */
    public String named(String id) {
        return entity.equals(collection) ? named(collection, id) : id.isEmpty() ? entity : entity + " " + id;
    }

    /** Returns the entry of a collection in words, such as {@code entry acct-1 of accounts}. */
    public static String named(String collection, String id) {
        return id.isEmpty() ? "entry of " + collection : "entry " + id + " of " + collection;
    }

    /** Returns the facts of this id for refusals: what it is and, unless it is in the path, where the call named it. */
    public Map<String, Object> facts(String id) {
        if (isOfThePath()) {
            return Map.of("entity", entity, "id", id);
        }
        return isOfParameters()
                ? Map.of("entity", entity, "id", id, "context", in, "property", name)
                : Map.of("entity", entity, "id", id, "context", in, "property", name, "pointer", name);
    }
}
