package dev.sandbank.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Withdraws permissions from a user before the test begins, as {@link dev.sandbank.SandbankUser#withdraw} does.
 *
 * <pre>{@code
 * @Test
 * @WithoutPermission(user = "bob", account = "acct-4f81c0", permission = "view")
 * void hidesAnAccountThatMayNotBeSeen(Sandbank bank) { … }
 * }</pre>
 *
 * <p>It can stand where {@link Blocked} can, and is done at the same time.
 */
@Documented
@Inherited
@Repeatable(WithoutPermission.Several.class)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface WithoutPermission {

    /** The id of the user. */
    String user();

    /** The id of the account, or of whatever else the bank's users are entitled to. */
    String account();

    /** The permissions. */
    String[] permission();

    /** The environment of the user; the one without a prefix if it is not said. */
    String environment() default "";

    /** Which sandbox, by the name of its {@link WithSandbank} or field, where there are several; see {@link Bank}. */
    String bank() default "";

    /** More than one of them. */
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
