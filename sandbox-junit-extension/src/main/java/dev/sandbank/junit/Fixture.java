package dev.sandbank.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lets one test method start from another fixture than its class; all else that the class declares stays.
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
 * <p>The test then has a sandbox of its own even if its class shares one; one that lives as long as the JVM is another
 * one for each fixture. Where nothing is declared around it, this stands for {@code @WithSandbank} itself.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface Fixture {

    /** A built-in fixture, else a class-path resource, else a file. */
    String value() default "";

    /** The fixture itself, as YAML or JSON, instead of a name. */
    String text() default "";

    /** Which sandbox, by the name of its {@link WithSandbank}, where there are several; the others stay as they are. */
    String bank() default "";
}
