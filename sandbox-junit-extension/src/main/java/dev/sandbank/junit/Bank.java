package dev.sandbank.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says which sandbox a {@link dev.sandbank.Sandbank} parameter is to be, where a class or method declares several.
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
 * <p>Whatever names none means the only one; if there are several, it is refused.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface Bank {

    /** The {@link WithSandbank#name() name}; of a field with an extension, that of the field. */
    String value();
}
