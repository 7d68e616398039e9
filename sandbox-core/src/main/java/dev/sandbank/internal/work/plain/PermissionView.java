package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Subject;
import dev.sandbank.internal.store.Links;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller may do with an entry: each permission that there is for its like, as true or false. */
record PermissionView(Dialect dialect, Links links) {

    /** Nothing where no entitlement can be about such an entry. Entitlements are about people: a client may do it all. */
    @Nullable
    Map<String, Boolean> of(Subject caller, Entry entry) {
        Map<String, Boolean> allows = new LinkedHashMap<>();
        Set<String> held = caller.isUser() ? links.permissions(caller.id(), entry.collection(), entry.id()) : Set.of();
        dialect.entitlements().values().stream()
                .filter(kind -> kind.collection().equals(entry.collection()))
                .flatMap(kind -> kind.permissions().stream())
                .forEach(permission -> allows.put(permission, !caller.isUser() || held.contains(permission)));
        return allows.isEmpty() ? null : allows;
    }
}
