package dev.sandbank.junit;

import dev.sandbank.Stable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts one test method from another fixture than its class; everything else that the class declares stays.
 *
 * <pre>{@code
 * @Test
 * @Fixture(text = """
 *         extends: apiture
 *         settings: {accessTokenLifetime: PT1S}
 *         """)
 * void getsANewTokenInTime(Sandbank bank) { … }
 * }</pre>
 *
 * <p>The test then has a sandbox of its own, even if its class shares one; with {@link Lifetime#JVM}, all tests with this fixture share
 * one. If nothing around the test declares a sandbox, you need no {@code @WithSandbank}.
 */
@Stable
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface Fixture {

    /** A built-in fixture, else a class-path resource, else a file. */
    String value() default "";

    /** The fixture itself, as YAML or JSON, instead of a name. */
    String text() default "";

    /** The sandbox, by the name of its {@link WithSandbank}, if there are several; the others stay as they are. */
    String bank() default "";
}
