package dev.sandbank.junit;

import dev.sandbank.Stable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test its own running sandbox of a bank, as a parameter of type {@link dev.sandbank.Sandbank}. {@link TokenFor},
 * {@link BaseUrl} and {@link Issuer} mark parameters that take its tokens and URLs.
 *
 * <pre>{@code
 * @WithSandbank("uphold")
 * class PaymentsTest {
 *
 *     @Test
 *     void listsAccounts(Sandbank bank) {
 *         var client = new PaymentsClient(bank.baseUrl(), bank.client("payouts").secret());
 *     }
 * }
 * }</pre>
 *
 * <p><b>Which one.</b> The nearest annotation counts: a method's before that of its class, a nested class's before that
 * of the enclosing one. Subclasses inherit it, and you can put it on an annotation of your own. For a sandbox in a field
 * see {@link SandbankExtension}, for several sandboxes {@link Bank}.
 *
 * <p><b>How long.</b> {@code @BeforeEach} and {@code @AfterEach} methods get the sandbox of the test for which they run;
 * Sandbank closes it after that test, repetition or set of arguments. If a {@code @BeforeAll} or {@code @AfterAll} method, or the
 * constructor of a {@code @TestInstance(PER_CLASS)} class, has the sandbox as a parameter, all tests of the class share one, together
 * with its nested classes without an annotation:
 *
 * <pre>{@code
 * @BeforeAll
 * static void connect(Sandbank shared) {
 *     client = new PaymentsClient(shared.baseUrl(), shared.client("payouts").secret());
 * }
 * }</pre>
 *
 * <p>Write the annotation on the class for this: on a method, it applies to that test only. If JUnit calls the constructor for each
 * test, it cannot have the test's sandbox as a parameter.
 *
 * <p>With {@link #lifetime()} you can say the same directly, or let the sandbox live as long as the JVM.
 *
 * <p><b>Changes for one test.</b> {@link Blocked}, {@link WithoutPermission}, {@link ClockAt} and {@link Fixture} change the sandbox for
 * one test. If the test shares its sandbox with others, only {@code @Fixture} works, because the other annotations would change the
 * sandbox of these tests; with {@link Lifetime#JVM} all work, because each test begins with a reset. On the class that shares a sandbox,
 * they apply to all its tests.
 *
 * <p>Tests can run in parallel. If they share a sandbox, they see what the others do to it, unless they take turns, see {@link
 * Lifetime#JVM}.
 */
@Stable
@Documented
@Inherited
@Repeatable(WithSandbank.Several.class)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
public @interface WithSandbank {

    /**
     * The fixture to start from: a built-in one ({@code apiture}, {@code uphold}), else a class-path resource, else a
     * file.
     */
    String value();

    /** The name of the sandbox, if there are several; see {@link Bank}. Default: the name of the fixture. */
    String name() default "";

    /** How long the sandbox lives, and so which tests share it. */
    Lifetime lifetime() default Lifetime.METHOD;

    /** Whether it speaks https, see {@link dev.sandbank.SandbankBuilder#https()}; {@code Sandbank.sslContext()} trusts it. */
    boolean https() default false;

    /**
     * Whether a test fails if one of its calls was refused and no assertion, no catalogue and no {@link
     * dev.sandbank.Sandbank#expectDenial} mentions it. So no client can swallow a refusal unseen.
     */
    boolean strict() default false;

    /**
     * The port, for code with a fixed URL. 0, the default, means a free one; use it if you can.
     *
     * <p>A sandbox with a fixed port runs from the beginning of the test or class, even if nothing asks for it. If each test has its
     * own, parallel tests take turns, and so do tests that share one for the whole JVM. Classes that share one do not: run them one
     * after the other, or use {@link Lifetime#JVM}. If the port is taken, the test fails and names it.
     *
     * <p>If the JVM is one of several forks of a build, Sandbank adds the system property {@code sandbank.port.offset} to the port.
     */
    int port() default 0;

    /**
     * The server that makes the sandbox instead of this JVM, such as {@code http://127.0.0.1:8080}; see {@link
     * dev.sandbank.SandbankBuilder#atServer}. Default: the system property {@code sandbank.url}, else the environment variable {@code
     * SANDBANK_URL}, else this JVM.
     */
    String url() default "";

    /** Several annotations on one element, with different names. */
    @Documented
    @Inherited
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(SandbankExtension.class)
    @interface Several {

        /** All of them. */
        WithSandbank[] value();
    }
}
