package dev.sandbank.junit;

import dev.sandbank.Stable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a {@link String} parameter that takes an access token of the test's sandbox, issued without HTTP.
 *
 * <pre>{@code
 * @Test
 * void listsAccounts(Sandbank bank, @TokenFor(client = "mobile-app", user = "ada") String token) { … }
 * }</pre>
 *
 * <p>Sandbank issues it with {@link dev.sandbank.Sandbank#tokens()} when JUnit calls the method: each parameter gets a token of its own.
 * If the bank would refuse it, because a client or user is unknown or disabled or the client lacks a scope, the test fails.
 */
@Stable
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface TokenFor {

    /** The client, short for {@link #client()}. */
    String value() default "";

    /** The client. */
    String client() default "";

    /** The user, as if this user had signed in through the client. Default: the token is the client's own. */
    String user() default "";

    /** Some of the client's scopes. Default: all. */
    String[] scopes() default {};

    /** The ids of what this user picks if the bank asks for consent at each sign-in. Default: everything. */
    String[] consent() default {};

    /** The environment of client and user. Default: the one without a prefix. */
    String environment() default "";

    /** The sandbox, by the name of its {@link WithSandbank} or field, if there are several; see {@link Bank}. */
    String bank() default "";
}
