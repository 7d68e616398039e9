package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.TokenFlaw;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** One argument for each flaw that the declared bank refuses. */
final class BadTokensProvider implements ArgumentsProvider {

    BadTokensProvider() {}

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        BadTokens wanted = AnnotationSupport.findAnnotation(context.getElement(), BadTokens.class)
                .orElseThrow(() -> new IllegalStateException("only @BadTokens provides bad tokens"));
        if (wanted.client().isEmpty() && !wanted.user().isEmpty()) {
            throw new IllegalArgumentException("@BadTokens(user = \"" + wanted.user()
                    + "\") says whom the tokens stand for: say the client that has them, too");
        }
        return Catalogued.at(context, "@BadTokens", builder -> flaws(wanted, builder)).stream()
                .map(flaw -> Arguments.of(new BadToken(flaw, wanted.client(), wanted.user(), wanted.elsewhere())));
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
