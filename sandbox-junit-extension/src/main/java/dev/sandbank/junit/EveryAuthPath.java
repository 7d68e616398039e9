package dev.sandbank.junit;

import dev.sandbank.Experimental;
import dev.sandbank.junit.internal.catalogue.AuthPathProvider;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test once for every way of a blocked user to every operation: through each kind of client that can call
 * for the user, with each grant that it has, also with tokens from before the block.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EveryAuthPath(user = "ada", operations = "listAccounts", stop = "call")
 * void tellsABlockedUserSo(ArrangedAuthPath path, Sandbank bank) {
 *     String told = new Statements(bank.baseUrl(), path.token()).download();
 *     assertThat(told).contains(path.code());
 * }
 * }</pre>
 *
 * <p>Before each run, Sandbank goes the way up to its last request in the sandbox of the test, and blocks the user at the right moment.
 * If the test does not make that request, or gets another answer, it fails, even if all its assertions hold. Each run needs a sandbox of
 * its own, as tests have by default.
 */
@Experimental
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(AuthPathProvider.class)
@ExtendWith(SandbankExtension.class)
public @interface EveryAuthPath {

    /** The id of the user, who need not be blocked in the fixture. */
    String value() default "";

    /** The same as {@link #value()}. */
    String user() default "";

    /** Only the ways to these operations. Default: all. */
    String[] operations() default {};

    /** Only the ways that end here: {@code sign-in}, {@code token} or {@code call}. Default: all. */
    String stop() default "";

    /** The sandbox, by the name of its {@link WithSandbank} or field, if there are several; see {@link Bank}. */
    String bank() default "";
}
