package dev.sandbank.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells a Spring application context of a test where the bank is: its environment has the {@link
 * dev.sandbank.Sandbank#properties(String) properties} of the class's sandbox.
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
 * <p>Spring keeps a context for further classes, and with it the URL. So this asks for a sandbox that lives as long as the
 * JVM: the one that {@link WithSandbank} declares on the class, or on an enclosing one. Classes that want the same
 * properties of the same sandbox can share a context. These properties go before those of the application's files.
 *
 * <p>Nothing is to be registered; {@code spring-test} on the class path is enough.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SandbankProperties {

    /** What the names of the properties begin with. */
    String prefix() default "bank.";

    /** The client that the application is; the first of the fixture that is fit for programs if it is not said. */
    String client() default "";

    /** The environment; the one without a prefix if it is not said. */
    String environment() default "";

    /** Which sandbox, by the name of its {@link WithSandbank}, where there are several. */
    String bank() default "";
}
