package dev.sandbank.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a {@link java.net.URI} parameter that is to be the base URL of the test's sandbox, as {@link
 * dev.sandbank.Sandbank#baseUrl()} tells it. A {@code URI} without a mark is left to other extensions.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface BaseUrl {

    /** The environment; the one without a prefix if it is not said. */
    String environment() default "";

    /** Which sandbox, by the name of its {@link WithSandbank} or field, where there are several; see {@link Bank}. */
    String bank() default "";
}
