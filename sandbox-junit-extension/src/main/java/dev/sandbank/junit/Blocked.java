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
 * Blocks users at the bank before the test begins, like {@link dev.sandbank.SandbankUser#block()}.
 *
 * <pre>{@code
 * @Test
 * @Blocked("ada")
 * void tellsACustomerWhoIsBlocked(Sandbank bank) { … }
 * }</pre>
 *
 * <p>You can write it on a test, on a class for all its tests, and on an annotation of your own. Sandbank applies it before any
 * {@code @BeforeEach} method. If a user does not exist, or the test shares its sandbox with other tests, the test fails, see {@link
 * WithSandbank}.
 */
@Stable
@Documented
@Inherited
@Repeatable(Blocked.Several.class)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface Blocked {

    /** The ids of the users. */
    String[] value();

    /** The environment of the users. Default: the one without a prefix. */
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
        Blocked[] value();
    }
}
