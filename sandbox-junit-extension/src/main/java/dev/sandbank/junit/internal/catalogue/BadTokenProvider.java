package dev.sandbank.junit.internal.catalogue;

import dev.sandbank.BadToken;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.SandbankTokens;
import dev.sandbank.TokenFlaw;
import dev.sandbank.junit.BadTokens;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes one argument for each flaw that the declared bank refuses. */
public final class BadTokenProvider implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        BadTokens wanted = AnnotationSupport.findAnnotation(context.getElement(), BadTokens.class)
                .orElseThrow(() -> new IllegalStateException("only @BadTokens provides bad tokens"));
        if (wanted.client().isEmpty() && !wanted.user().isEmpty()) {
            throw new IllegalArgumentException("@BadTokens(user = \"" + wanted.user()
                    + "\") names a user but no client: write client = \"…\", too");
        }
        Set<TokenFlaw> flaws = Catalogued.at(context, wanted.bank(), "@BadTokens", builder -> flaws(wanted, builder));
        if (flaws.contains(TokenFlaw.BLOCKED_SUBJECT)) {
            Catalogued.requireOwn(context, wanted.bank(), "@BadTokens without except = BLOCKED_SUBJECT");
        }
        return flaws.stream().map(flaw -> Arguments.of(argument(wanted, flaw)));
    }

    private static BadToken argument(BadTokens wanted, TokenFlaw flaw) {
        return CatalogueArgument.of(
                BadToken.class,
                wanted.bank(),
                flaw.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                bank -> make(wanted, flaw, bank.tokens()),
                (seen, made) -> {
                    if (!wanted.elsewhere()) {
                        seen.require(
                                "a call with the bad token, refused for " + made.reason(),
                                decision -> decision.refusal().equals(made.reason()),
                                made::differences);
                    }
                });
    }

    private static BadToken make(BadTokens wanted, TokenFlaw flaw, SandbankTokens tokens) {
        if (wanted.client().isEmpty()) {
            return tokens.bad(flaw);
        }
        return wanted.user().isEmpty()
                ? tokens.bad(flaw, wanted.client())
                : tokens.bad(flaw, wanted.client(), wanted.user());
    }

    private static Set<TokenFlaw> flaws(BadTokens wanted, SandbankBuilder builder) {
        try (Sandbank bank = builder.start()) {
            return flaws(wanted, bank);
        }
    }

    private static Set<TokenFlaw> flaws(BadTokens wanted, Sandbank bank) {
        Set<TokenFlaw> flaws = EnumSet.copyOf(
                wanted.operation().isEmpty()
                        ? bank.tokens().flaws()
                        : bank.tokens().flaws(wanted.operation()));
        if (!wanted.client().isEmpty() && !standsForUser(wanted, bank)) {
            flaws.remove(TokenFlaw.BLOCKED_SUBJECT);
        }
        flaws.removeAll(List.of(wanted.except()));
        return flaws;
    }

    private static boolean standsForUser(BadTokens wanted, Sandbank bank) {
        return !wanted.user().isEmpty()
                || bank.client(wanted.client()).boundUser().isPresent();
    }
}
