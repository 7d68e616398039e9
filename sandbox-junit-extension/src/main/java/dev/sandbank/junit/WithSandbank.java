package dev.sandbank.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test its own running sandbox of a bank, as a parameter of type {@link dev.sandbank.Sandbank}; {@link
 * TokenFor}, {@link BaseUrl} and {@link Issuer} mark other parameters that are taken from it.
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
 * of the enclosing one. It is inherited by subclasses and may be put on an annotation of your own. For a sandbox in a field
 * see {@link SandbankExtension}, for several of them {@link Bank}.
 *
 * <p><b>How long.</b> {@code @BeforeEach} and {@code @AfterEach} methods are given the sandbox of the test they run for;
 * when that test (or that repetition, or that set of arguments) is over, the sandbox is closed. A parameter of a
 * {@code @BeforeAll} or {@code @AfterAll} method, or of the constructor of a {@code @TestInstance(PER_CLASS)} class,
 * makes all tests of the class share one, together with its nested classes that have no annotation of their own:
 *
 * <pre>{@code
 * @BeforeAll
 * static void connect(Sandbank shared) {
 *     client = new PaymentsClient(shared.baseUrl(), shared.client("payouts").secret());
 * }
 * }</pre>
 *
 * <p>This takes an annotation on the class: one on a method holds for that test alone. A constructor that JUnit calls
 * for each test anew cannot have that test's sandbox as a parameter.
 *
 * <p>{@link #lifetime()} says so in another way, or lets the sandbox live as long as the JVM.
 *
 * <p><b>What is different in one test</b> is said by {@link Blocked}, {@link WithoutPermission}, {@link ClockAt} and {@link Fixture}.
 * A method that shares its sandbox with other tests can have {@code @Fixture} alone, as the others would change the
 * sandbox of these tests; but for {@link Lifetime#JVM}, where each test begins with a reset. On the very class that
 * shares a sandbox they hold for all its tests.
 *
 * <p>Tests may run in parallel; those that share a sandbox see what the others do to it, unless they take turns, see
 * {@link Lifetime#JVM}.
 */
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

    /** Its name, where there are several; see {@link Bank}. Default: what the fixture is called. */
    String name() default "";

    /** How long it lives, and so who shares it. */
    Lifetime lifetime() default Lifetime.METHOD;

    /** Whether it speaks https, as {@link dev.sandbank.SandbankBuilder#https()} says; {@code Sandbank.sslContext()} trusts it. */
    boolean https() default false;

    /**
     * Whether a test fails if one of its calls was refused and nothing spoke of that: no assertion, no catalogue, no {@link
     * dev.sandbank.Sandbank#expectDenial}. So no client can swallow a refusal unseen.
     */
    boolean strict() default false;

    /**
     * The port, for code whose URL is fixed; 0, the default, is a free one, which is better wherever it can be.
     *
     * <p>Such a sandbox runs from the beginning of the test or class, whether anybody asks for it or not. Tests that have
     * it for themselves take turns if they run in parallel, as those do that share one of the whole JVM. Classes that
     * share it do not: see to it that they do not run at the same time, or let it live as long as the JVM. A port that is
     * taken fails the test and is named.
     *
     * <p>In a JVM that is one of several forks of a build, the system property {@code sandbank.port.offset} is added to it.
     */
    int port() default 0;

    /**
     * The server at which it is made, such as {@code http://127.0.0.1:8080}, in the place of this JVM; see {@link
     * dev.sandbank.SandbankBuilder#atServer}. Default: what the system property {@code sandbank.url} or the environment variable {@code
     * SANDBANK_URL} says of all, and this JVM if neither does.
     */
    String url() default "";

    /** More than one of them, told apart by their names. */
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
