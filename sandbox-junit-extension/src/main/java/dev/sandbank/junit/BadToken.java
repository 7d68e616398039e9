package dev.sandbank.junit;

import dev.sandbank.FlawedToken;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.TokenFlaw;
import dev.sandbank.junit.internal.catalogue.CallsSince;
import dev.sandbank.junit.internal.catalogue.Catalogued;
import dev.sandbank.junit.internal.lifecycle.AtSandbank;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** A token that the sandbox of the test is to refuse, see {@link BadTokens}. */
public final class BadToken extends AtSandbank {

    private final TokenFlaw flaw;
    private final String client;
    private final String user;
    private final boolean elsewhere;

    private @Nullable FlawedToken made;
    private @Nullable CallsSince seen;

    BadToken(TokenFlaw flaw, String client, String user, boolean elsewhere) {
        this.flaw = flaw;
        this.client = client;
        this.user = user;
        this.elsewhere = elsewhere;
    }

    /** What is wrong with it. */
    public TokenFlaw flaw() {
        return flaw;
    }

    /** The whole {@code Authorization} field; empty if none is to be sent. */
    public String authorization() {
        return made().authorization();
    }

    /** The token alone; empty if there is none. */
    public String token() {
        return made().token();
    }

    /** Why it is refused, one of {@link dev.sandbank.Refusals}. */
    public String reason() {
        return made().reason();
    }

    /** The HTTP status of the bank's answer. */
    public int status() {
        return made().status();
    }

    /** The bank's own code in the body of its answer; empty if its bodies have none. */
    public String code() {
        return made().code();
    }

    private FlawedToken made() {
        if (made == null) {
            throw new IllegalStateException("a bad token is made when its test method begins, not before");
        }
        return made;
    }

    @Override
    protected void beforeCall(Sandbank bank) {
        made = make(bank);
        seen = CallsSince.from(bank);
    }

    private FlawedToken make(Sandbank bank) {
        if (client.isEmpty()) {
            return bank.tokens().flawed(flaw);
        }
        return user.isEmpty()
                ? bank.tokens().flawed(flaw, client)
                : bank.tokens().flawed(flaw, client, user);
    }

    @Override
    protected void afterCall(Sandbank bank) {
        if (seen != null && !elsewhere) {
            seen.require(reason());
        }
    }

    /** The flaw in words, such as {@code tampered signature}. */
    @Override
    public String toString() {
        return flaw.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** One argument for each flaw that the declared bank refuses. */
    static final class Provider implements ArgumentsProvider {

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
}
