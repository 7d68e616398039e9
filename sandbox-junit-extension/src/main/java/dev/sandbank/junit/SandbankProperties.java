package dev.sandbank.junit;

import dev.sandbank.Stable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the {@link dev.sandbank.Sandbank#properties(String) properties} of the class's sandbox into Spring's environment, so that the
 * application of the test finds the bank.
 *
 * <pre>{@code
 * @SpringBootTest
 * @WithSandbank(value = "uphold", lifetime = Lifetime.JVM)
 * @SandbankProperties(client = "payouts")
 * class PayoutTest {
 *
 *     @Test
 *     void tellsThatTheCustomerIsBlocked(@Autowired PayoutService payouts, Sandbank bank) { … }
 * }
 * }</pre>
 *
 * <p>Spring keeps a context, and so the URL, for other classes. Therefore the sandbox must live as long as the JVM: the one that
 * {@link WithSandbank} declares on the class, or on an enclosing one. Classes that want the same properties of the same sandbox can
 * share a context. These properties override those of the application's files.
 *
 * <p>You register nothing; {@code spring-test} on the class path is enough.
 */
@Stable
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SandbankProperties {

    /** The beginning of the properties' names. */
    String prefix() default "bank.";

    /** The application's client. Default: the fixture's first with a secret that may use the client credentials grant. */
    String client() default "";

    /** The environment. Default: the one without a prefix. */
    String environment() default "";

    /** The sandbox, by the name of its {@link WithSandbank}, if there are several. */
    String bank() default "";
}
