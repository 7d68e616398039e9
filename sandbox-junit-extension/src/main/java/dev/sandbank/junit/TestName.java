package dev.sandbank.junit;

import dev.sandbank.Stable;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The name by which the journal of a sandbox knows a test, such as {@code com.example.PaymentsTest.pays[pays()]}.
 *
 * <pre>{@code
 * request.header("Sandbank-Test", TestName.of(test));
 * assertThat(bank).calls().duringTest(test).wereAllowed();
 * }</pre>
 */
@Stable
public final class TestName {

    private TestName() {}

    /** Returns the name of the test that has this as a parameter. */
    public static String of(TestInfo test) {
        return of(test.getTestClass(), test.getTestMethod(), test.getDisplayName());
    }

    /** Returns the name of the test for which JUnit calls an extension. */
    public static String of(ExtensionContext test) {
        return of(test.getTestClass(), test.getTestMethod(), test.getDisplayName());
    }

    /** The display name distinguishes the runs of one method. */
    private static String of(Optional<Class<?>> type, Optional<Method> method, String displayed) {
        return type.map(Class::getName).orElse("") + "."
                + method.map(Method::getName).orElse("") + "[" + displayed + "]";
    }
}
