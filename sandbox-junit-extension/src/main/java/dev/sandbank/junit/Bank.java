package dev.sandbank.junit;

import dev.sandbank.Stable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says which sandbox a {@link dev.sandbank.Sandbank} parameter takes, if a class or method declares several.
 *
 * <pre>{@code
 * @WithSandbank("apiture")
 * @WithSandbank("uphold")
 * class PayoutTest {
 *
 *     @Test
 *     void movesMoney(@Bank("apiture") Sandbank from, @Bank("uphold") Sandbank to, @TokenFor(value = "payouts", bank = "uphold") String token) { … }
 * }
 * }</pre>
 *
 * <p>A parameter or annotation without a name takes the only sandbox; if there are several, the test fails.
 */
@Stable
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface Bank {

    /** The {@link WithSandbank#name() name} of the sandbox or, for an extension in a field, the name of the field. */
    String value();
}
