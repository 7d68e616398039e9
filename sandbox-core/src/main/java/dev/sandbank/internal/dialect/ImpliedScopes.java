package dev.sandbank.internal.dialect;

import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.operation.Defaults;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A scope that implies others.
 *
 * @param scope the scope
 * @param gives the implied scopes
 * @param setting the setting that enables this, or null if it is always enabled
 */
public record ImpliedScopes(
        String scope, List<String> gives, @Nullable String setting) {

    public ImpliedScopes {
        gives = Defaults.orEmpty(gives);
    }

    /** Adds the scopes that a token's scopes imply; implied scopes imply nothing further. */
    public static UnaryOperator<Scopes> all(List<ImpliedScopes> rules, Settings settings) {
        List<ImpliedScopes> valid =
                rules.stream().filter(rule -> rule.isOn(settings)).toList();
        return valid.isEmpty() ? held -> held : held -> with(valid, held);
    }

    private boolean isOn(Settings settings) {
        return setting == null || settings.flag(setting);
    }

    private static Scopes with(List<ImpliedScopes> rules, Scopes held) {
        Set<String> names = new TreeSet<>(held.names());
        rules.stream().filter(rule -> held.contains(rule.scope())).forEach(rule -> names.addAll(rule.gives()));
        return Scopes.of(names);
    }
}
