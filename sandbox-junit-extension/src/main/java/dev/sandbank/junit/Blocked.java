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
 * Blocks users at the bank before the test begins, as {@link dev.sandbank.SandbankUser#block()} does.
 *
 * <pre>{@code
 * @Test
 * @Blocked("ada")
 * void tellsACustomerWhoIsBlocked(Sandbank bank) { … }
 * }</pre>
 *
 * <p>It can stand on a test, on a class for all its tests, and on an annotation of your own. It is done before any
 * {@code @BeforeEach} method. A name that nobody has fails the test. On what shares a sandbox with other tests it is
 * refused, see {@link WithSandbank}.
 */
@Documented
@Inherited
@Repeatable(Blocked.Several.class)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface Blocked {

    /** The ids of the users. */
    String[] value();

    /** The environment of the users; the one without a prefix if it is not said. */
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
        Blocked[] value();
    }
}
