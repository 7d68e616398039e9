package dev.sandbank.junit;

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
public final class TestName {

    private TestName() {}

    /** The name of the test that has been given this. */
    public static String of(TestInfo test) {
        return of(test.getTestClass(), test.getTestMethod(), test.getDisplayName());
    }

    /** The name of the test that an extension is called for. */
    public static String of(ExtensionContext test) {
        return of(test.getTestClass(), test.getTestMethod(), test.getDisplayName());
    }

    /** What is displayed tells the runs of one method apart. */
    private static String of(Optional<Class<?>> type, Optional<Method> method, String displayed) {
        return type.map(Class::getName).orElse("") + "."
                + method.map(Method::getName).orElse("") + "[" + displayed + "]";
    }
}
