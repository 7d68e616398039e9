package dev.sandbank.internal.explain;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.dialect.Visibility.Through;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.ResourceRule;
import dev.sandbank.internal.store.Entries;
import java.util.List;
import java.util.Optional;

/** Sees to it that a call that names an entry and another that it belongs to names two that fit. */
record RelatedEntries(Dialect dialect, Entries entries) {

    /** Names the entry that another belongs to, where a call names such a one as well. */
    CallTemplate name(CallTemplate call, List<ResourceRule> rules, Entry entry) {
        Optional<Through> through = through(entry.collection());
        CallTemplate named = call;
        for (ResourceRule rule : rules) {
            if (through.isPresent() && rule.collection().equals(through.get().collection()) && call.needs(rule)) {
                named = named.naming(
                        rule, entry.document().path(through.get().member()).asText());
            }
        }
        return named;
    }

    /** The first entry that a rule could mean: of those that belong to what is named already, if there are any. */
    Optional<Entry> first(CallTemplate draft, List<ResourceRule> rules, ResourceRule wanted) {
        Optional<Entry> below = through(wanted.collection()).stream()
                .flatMap(through ->
                        rules.stream().filter(rule -> rule.collection().equals(through.collection())))
                .flatMap(rule -> draft.named(rule).stream())
                .flatMap(parent -> entries.below(wanted.collection(), parent).stream())
                .findFirst();
        return below.or(() -> entries.all(wanted.collection()).stream().findFirst());
    }

    private Optional<Through> through(String collection) {
        return Optional.ofNullable(dialect.collections().get(collection)).map(Visibility::through);
    }
}
