package dev.sandbank.junit;

import dev.sandbank.BadToken;
import dev.sandbank.Stable;
import dev.sandbank.TokenFlaw;
import dev.sandbank.junit.internal.catalogue.BadTokenProvider;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test once for each way in which a token can be bad, with a {@link BadToken} as its argument.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @BadTokens(except = {MISSING, WRONG_SCHEME})
 * void isTurnedAway(BadToken bad, Sandbank bank) {
 *     Outcome outcome = new Statements(bank.baseUrl(), bad.token()).download();
 *     assertThat(outcome.status()).isEqualTo(bad.status());
 * }
 * }</pre>
 *
 * <p>A test that passes fails all the same if the sandbox refused no call for that reason: it showed nothing. If you test a server
 * of your own, which verifies tokens itself, write {@code elsewhere = true}.
 *
 * <p>This needs {@code junit-jupiter-params}.
 */
@Stable
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
@ArgumentsSource(BadTokenProvider.class)
public @interface BadTokens {

    /** The client whose tokens are spoiled. Default: the fixture's first client that can get one by itself. */
    String client() default "";

    /** The user whom the tokens stand for. Default: nobody, or the user that the client is bound to. */
    String user() default "";

    /**
     * The operation that refuses them. If the bank lets blocked users read, it refuses their tokens only for an operation that writes.
     * Default: any operation, so such a bank gets no token of a blocked user.
     */
    String operation() default "";

    /**
     * The flaws to leave out: code that sends every token as a bearer can send neither {@link TokenFlaw#MISSING} nor {@link
     * TokenFlaw#WRONG_SCHEME}.
     */
    TokenFlaw[] except() default {};

    /** Whether the tokens go to a server of your own, so that the sandbox need not see them. */
    boolean elsewhere() default false;

    /** The sandbox, by the name of its {@link WithSandbank} or field, if there are several; see {@link Bank}. */
    String bank() default "";
}
