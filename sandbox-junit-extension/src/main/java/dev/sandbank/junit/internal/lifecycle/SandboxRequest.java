package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Blocked;
import dev.sandbank.junit.ClockAt;
import dev.sandbank.junit.Fixture;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.WithoutPermission;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A method or constructor that JUnit calls with a sandbox, or that may have annotations without effect.
 *
 * @param executable the method or constructor
 * @param context the test or class for which JUnit calls it
 */
record SandboxRequest(Executable executable, ExtensionContext context) {

    private static final List<Class<? extends Annotation>> FOR_TESTS =
            List.of(WithSandbank.class, Fixture.class, Blocked.class, WithoutPermission.class, ClockAt.class);

    private static final String NOTHING = "No sandbox for the parameter of ";
    private static final String UNDECLARED =
            "write @WithSandbank(\"…\") on the test method, on its class or on an enclosing class";
    private static final String TOO_EARLY = """
            JUnit does not say for which test it calls a constructor, so a constructor cannot take the test's sandbox: \
            make it a parameter of the test or of a @BeforeEach method, or share one between all tests \
            of the class, with a parameter of a @BeforeAll method or with @TestInstance(PER_CLASS)""";

    /**
     * Returns the sandbox for a parameter.
     *
     * @param name the name of the sandbox; empty for the only one
     */
    Sandbank bank(String name) {
        refuseIdleAnnotations();
        Declaration declared = Declaration.meant(context, name, NOTHING + executable)
                .orElseThrow(() -> refusal(executable instanceof Constructor ? TOO_EARLY : UNDECLARED));
        SandboxScope scope = new SandboxScope(declared, context);
        if (executable instanceof Constructor && context.getTestMethod().isEmpty() && !scope.isShared()) {
            throw refusal(TOO_EARLY);
        }
        return scope.bank();
    }

    /** JUnit looks for extensions on tests and classes only; an annotation elsewhere would be ignored without a word. */
    void refuseIdleAnnotations() {
        boolean isTest = context.getTestMethod().filter(executable::equals).isPresent();
        FOR_TESTS.stream()
                .filter(type -> !isTest && isAnnotated(type))
                .findFirst()
                .ifPresent(type -> {
                    throw new ParameterResolutionException("@" + type.getSimpleName() + " has no effect on "
                            + executable + ": write it on the test method or on the class");
                });
    }

    private boolean isAnnotated(Class<? extends Annotation> type) {
        return AnnotationSupport.isAnnotated(executable, type)
                || Stream.of(executable.getAnnotations())
                        .anyMatch(found -> found.annotationType().getEnclosingClass() == type);
    }

    private ParameterResolutionException refusal(String reason) {
        return new ParameterResolutionException(NOTHING + executable + ": " + reason);
    }

    /** The failure of a test that changes its sandbox but declares none. */
    static ParameterResolutionException undeclared(TestOverrides override) {
        return new ParameterResolutionException("No sandbox for " + override.words() + ": " + UNDECLARED);
    }
}
