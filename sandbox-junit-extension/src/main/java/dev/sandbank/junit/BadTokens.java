package dev.sandbank.junit;

import dev.sandbank.BadToken;
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
 * Runs a parameterised test once for each way in which a token can be bad, with a {@link BadToken} as its argument.
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
 * <p>A test that passes although the sandbox did not refuse any call for that reason fails: it showed nothing. Tests of a
 * server of your own, which verifies tokens by itself, say {@code elsewhere = true}.
 *
 * <p>This needs {@code junit-jupiter-params}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
@ArgumentsSource(BadTokenProvider.class)
public @interface BadTokens {

    /** Whose tokens are spoilt; by default those of the fixture's first client that can have one by itself. */
    String client() default "";

    /** Whom the tokens stand for; by default nobody, or the user that the client is bound to. */
    String user() default "";

    /**
     * The operation that is to refuse them: banks that let blocked users read refuse their tokens only where something
     * is written. By default any operation, so that such a bank is not fed the token of a blocked user.
     */
    String operation() default "";

    /**
     * What is left out: code that takes a token, and sends it as a bearer whatever it is, can send neither {@link
     * TokenFlaw#MISSING} nor {@link TokenFlaw#WRONG_SCHEME}.
     */
    TokenFlaw[] except() default {};

    /** Whether the tokens go to a server of your own, so that the sandbox need not see them. */
    boolean elsewhere() default false;

    /** Which sandbox, by the name of its {@link WithSandbank} or field, where there are several; see {@link Bank}. */
    String bank() default "";
}
