package dev.sandbank.junit;

import dev.sandbank.Stable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Stops the sandbox's clock at a moment before the test begins, like {@link dev.sandbank.SandbankClock#freezeAt}.
 *
 * <pre>{@code
 * @Test
 * @ClockAt("2031-03-03T09:00:00Z")
 * void paysOnTheSameDay(Sandbank bank) { … }
 * }</pre>
 *
 * <p>You can write it where you can write {@link Blocked}, and Sandbank applies both at the same time. The nearest one counts.
 */
@Stable
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface ClockAt {

    /** The moment in ISO 8601, with its offset from UTC. */
    String value();

    /** The sandbox, by the name of its {@link WithSandbank} or field, if there are several; see {@link Bank}. */
    String bank() default "";
}
