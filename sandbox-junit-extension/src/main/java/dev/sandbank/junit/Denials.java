package dev.sandbank.junit;

import dev.sandbank.junit.internal.catalogue.DenialProvider;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterised test once for every way in which an operation can be refused under the fixture of the nearest
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
 * <p>Before each run the sandbox is changed so that the call is refused just so. Afterwards a test that has not met that
 * refusal fails, whatever it asserted: see {@link ArrangedDenial}. Each run needs a sandbox of its own, as tests have by default;
 * in one that several tests share, what was arranged for one denial would be in the way of the next.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(DenialProvider.class)
@ExtendWith(SandbankExtension.class)
public @interface Denials {

    /** The operation, such as {@code createTransfer}. */
    String value();

    /** Only what these gates refuse, such as {@code {"scope", "entitlement"}}; by default all. */
    String[] gates() default {};

    /** Only those that a client's own honest call meets, see {@link ArrangedDenial#byState()}; by default all. */
    boolean byState() default false;

    /** Which sandbox, by the name of its {@link WithSandbank} or field, where there are several; see {@link Bank}. */
    String bank() default "";
}
