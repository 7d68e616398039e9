package dev.sandbank.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a {@link String} parameter that is to be an access token of the test's sandbox, issued without HTTP.
 *
 * <pre>{@code
 * @Test
 * void listsAccounts(Sandbank bank, @TokenFor(client = "mobile-app", user = "ada") String token) { … }
 * }</pre>
 *
 * <p>It is issued as {@link dev.sandbank.Sandbank#tokens()} does, at the moment at which the method is called: each
 * parameter is a token of its own. What the bank would refuse fails the test: an unknown or disabled client or user, a
 * scope that the client does not have.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface TokenFor {

    /** The client, in short. */
    String value() default "";

    /** The client. */
    String client() default "";

    /** For whom, as if this user had signed in through the client; if not said, the token is the client's own. */
    String user() default "";

    /** A part of the client's scopes; all of them if none is named. */
    String[] scopes() default {};

    /** Where the bank asks people at each sign-in what they consent to: the ids of what this user picks; all if none is named. */
    String[] consent() default {};

    /** The environment of client and user; the one without a prefix if it is not said. */
    String environment() default "";

    /** Which sandbox, by the name of its {@link WithSandbank} or field, where there are several; see {@link Bank}. */
    String bank() default "";
}
