package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A collection of entries while it is guessed: where it is, which member is the id, whose and below what it is. */
final class CollectionDraft {

    private static final int MOST_SEEN = 16;
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    private static final Set<String> TIMES = Set.of("createdAt", "updatedAt");
    private static final Set<String> FACTS =
            Set.of("id", "owner", "allows", "link", "sandbank", "createdAt", "updatedAt");

    private final String name;
    private final String word;
    private final @Nullable CollectionDraft parent;
    private final Map<String, JsonNode> members = new LinkedHashMap<>();
    private final List<Variety.Seen> seen = new ArrayList<>();
    private final List<ObjectNode> entries = new ArrayList<>();
    private String parameter = "";
    private @Nullable String idMember;
    private @Nullable String owner;
    private @Nullable String parentMember;
    private IdForm idForm = new IdForm("uuid");
    private boolean single;

    /**
     * @param name its name in the dialect
     * @param word its word in paths
     * @param parent the collection that its entries are below, or null
     */
    CollectionDraft(String name, String word, @Nullable CollectionDraft parent) {
        this.name = name;
        this.word = word;
        this.parent = parent;
    }

    String name() {
        return name;
    }

    String word() {
        return word;
    }

    @Nullable
    CollectionDraft parent() {
        return parent;
    }

    /** Returns what facts call one of its entries. */
    String as() {
        return name.equals(Words.singular(name)) ? name + "Entry" : Words.singular(name);
    }

    String parameter() {
        return parameter;
    }

    void namedBy(String pathParameter) {
        parameter = pathParameter;
    }

    /** Says that there is one of its entries: one in all, or one for each entry above. */
    void beSingle() {
        single = true;
    }

    boolean isSingle() {
        return single;
    }

    Optional<String> idMember() {
        return Optional.ofNullable(idMember);
    }

    void knownBy(String member) {
        idMember = member;
    }

    /** Whether a member of an entry is known to be the id, or its name tells it. */
    boolean isTold(JsonNode entry) {
        return idMember == null ? IdMember.told(entry, parameter, word).isPresent() : entry.has(idMember);
    }

    Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    void ownedBy(String member) {
        owner = member;
    }

    IdForm idForm() {
        return idForm;
    }

    void idsLike(IdForm form) {
        idForm = form;
    }

    List<ObjectNode> entries() {
        return entries;
    }

    /** Returns its first entry, with the times that Sandbank keeps. */
    ObjectNode first() {
        ObjectNode first = entries.get(0).deepCopy();
        members.keySet().stream().filter(this::isKept).forEach(member -> first.set(member, members.get(member)));
        return first;
    }

    /** Returns the member that names the entry above: one that replies show, or one of Sandbank's own. */
    String parentMember() {
        return parentMember == null ? parent == null ? "" : parent.as() + "Id" : parentMember;
    }

    /** Returns the first entries that replies show. */
    List<Variety.Seen> seen() {
        return seen;
    }

    /**
     * Adds an entry as a reply shows it; what is known already stays.
     *
     * @param schema its schema
     */
    void seen(JsonNode shown, JsonNode schema) {
        if (shown instanceof ObjectNode entry && seen.size() < MOST_SEEN) {
            seen.add(new Variety.Seen(entry, schema));
        }
        if (idMember == null && !single) {
            idMember = IdMember.of(shown, parameter, word).orElse(null);
        }
        shown.properties().forEach(member -> {
            JsonNode known = members.get(member.getKey());
            if (known == null || known.isNull()) {
                members.put(member.getKey(), member.getValue());
            }
        });
    }

    /** Returns a member as a reply showed it; a missing node if none did. */
    JsonNode member(String member) {
        return members.getOrDefault(member, MissingNode.getInstance());
    }

    Map<String, JsonNode> members() {
        return members;
    }

    /** Decides which member names the entry above. */
    void findParentMember() {
        if (parent == null || parent.parameter.isEmpty()) {
            return;
        }
        String wanted = Words.plain(parent.parameter);
        members.entrySet().stream()
                .filter(member -> member.getValue().isTextual() && Literals.isFact(member.getKey()))
                .map(Map.Entry::getKey)
                .filter(member ->
                        !member.equals(idMember) && Words.plain(member).equals(wanted) && !FACTS.contains(member))
                .findFirst()
                .ifPresent(member -> parentMember = member);
    }

    /** Whether Sandbank itself knows a member: when an entry was made and changed. */
    boolean isKept(String member) {
        return TIMES.contains(member)
                && !member.equals(idMember)
                && isMoment(members.getOrDefault(member, Samples.object()));
    }

    static boolean isMoment(JsonNode value) {
        return MOMENT.matcher(value.asText()).matches();
    }

    /** Returns the name under which an entry has a member that replies show: facts of Sandbank's own have theirs. */
    String stored(String member) {
        if (member.equals(idMember)) {
            return "id";
        }
        boolean taken = FACTS.contains(member) && !isKept(member) && !member.equals(owner);
        return taken ? "its" + Words.capital(member) : member;
    }

    /** Returns a member as replies show it: its fact, or a value that is always the same. */
    JsonNode shown(String member, @Nullable JsonNode sample) {
        JsonNode known = members.get(member);
        boolean other = sample != null && known != null && !isAlike(known, sample);
        return Literals.isFact(member) && !other
                ? Literals.blank(stored(member))
                : Literals.of(sample == null ? Samples.object() : sample);
    }

    private static boolean isAlike(JsonNode known, JsonNode sample) {
        return known.isNull() || sample.isNull() || known.getNodeType() == sample.getNodeType();
    }
}
