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
    Draft name(Draft draft, List<ResourceRule> rules, Entry entry) {
        through(entry.collection())
                .ifPresent(through -> rules.stream()
                        .filter(rule -> rule.collection().equals(through.collection()) && draft.needs(rule))
                        .forEach(rule -> draft.name(
                                rule, entry.document().path(through.member()).asText())));
        return draft;
    }

    /** The first entry that a rule could mean: of those that belong to what is named already, if there are any. */
    Optional<Entry> first(Draft draft, List<ResourceRule> rules, ResourceRule wanted) {
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
