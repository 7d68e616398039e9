package dev.sandbank.junit;

import dev.sandbank.Stable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Withdraws permissions from a user before the test begins, like {@link dev.sandbank.SandbankUser#withdraw}.
 *
 * <pre>{@code
 * @Test
 * @WithoutPermission(user = "bob", account = "acct-4f81c0", permission = "view")
 * void hidesAnAccountThatMayNotBeSeen(Sandbank bank) { … }
 * }</pre>
 *
 * <p>You can write it where you can write {@link Blocked}, and Sandbank applies both at the same time.
 */
@Stable
@Documented
@Inherited
@Repeatable(WithoutPermission.Several.class)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface WithoutPermission {

    /** The id of the user. */
    String user();

    /** The id of the account, or of another resource with permissions. */
    String account();

    /** The permissions. */
    String[] permission();

    /** The environment of the user. Default: the one without a prefix. */
    String environment() default "";

    /** The sandbox, by the name of its {@link WithSandbank} or field, if there are several; see {@link Bank}. */
    String bank() default "";

    /** Several annotations on one element. */
    @Documented
    @Inherited
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(SandbankExtension.class)
    @interface Several {

        /** All of them. */
        WithoutPermission[] value();
    }
}
