package dev.sandbank.junit;

import dev.sandbank.Stable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a {@link java.net.URI} parameter that takes the issuer of the test's sandbox, see {@link
 * dev.sandbank.Sandbank#issuer()}. Sandbank leaves a {@code URI} without an annotation to other extensions.
 */
@Stable
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface Issuer {

    /** The environment. Default: the one without a prefix. */
    String environment() default "";

    /** The sandbox, by the name of its {@link WithSandbank} or field, if there are several; see {@link Bank}. */
    String bank() default "";
}
