package dev.sandbank.junit;

import dev.sandbank.Experimental;
import dev.sandbank.junit.internal.catalogue.DenialProvider;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test once for every way in which the bank can refuse an operation under the fixture of the nearest
 * {@link WithSandbank}.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @Denials(value = "createTransfer", byState = true)
 * void tellsThePayerWhy(ArrangedDenial denial, Sandbank bank) {
 *     var payments = new Payments(bank.baseUrl(), denial.token());
 *     Outcome outcome = payments.pay(denial.parameter("/sourceAccount/id").orElseThrow(), …);
 *     assertThat(outcome.status()).isEqualTo(denial.status());
 * }
 * }</pre>
 *
 * <p>Before each run, Sandbank changes the sandbox so that it refuses the call in this way. If the call does not arrive or is not
 * refused like this, the test fails, even if all its assertions hold: see {@link ArrangedDenial}. Each run needs a sandbox of its own,
 * as tests have by default; if tests share one, one denial would get in the way of the next.
 */
@Experimental
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(DenialProvider.class)
@ExtendWith(SandbankExtension.class)
public @interface Denials {

    /** The operation, such as {@code createTransfer}. */
    String value();

    /** Only denials of these gates, such as {@code {"scope", "entitlement"}}. Default: all. */
    String[] gates() default {};

    /** Only denials that a correct call meets, see {@link ArrangedDenial#byState()}. Default: all. */
    boolean byState() default false;

    /** The sandbox, by the name of its {@link WithSandbank} or field, if there are several; see {@link Bank}. */
    String bank() default "";
}
