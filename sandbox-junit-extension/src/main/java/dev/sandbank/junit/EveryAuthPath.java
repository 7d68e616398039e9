package dev.sandbank.junit;

import dev.sandbank.junit.internal.catalogue.AuthPathProvider;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterised test once for every way of a blocked user to every operation: through each kind of client that can call
 * for the user, with each grant that it has, tokens from before the block among them.
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
 * <p>Before each run the way is gone up to its last request, in the sandbox of the test, where the user is blocked at the right
 * moment. A test that does not make that request, or is answered in another way, fails, whatever it asserted. Each run needs
 * a sandbox of its own, as tests have by default.
 */
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

    /** Only the ways to these operations; by default all. */
    String[] operations() default {};

    /** Only the ways that end there: {@code sign-in}, {@code token} or {@code call}; by default all. */
    String stop() default "";

    /** Which sandbox, by the name of its {@link WithSandbank} or field, where there are several; see {@link Bank}. */
    String bank() default "";
}
