package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Hands a running {@link Sandbank} to every method that has one as a parameter, and to every argument that needs one.
 *
 * <p>It has no fields: what it starts is kept, found again and closed by JUnit's store.
 */
final class SandbankExtension implements ParameterResolver, InvocationInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(SandbankExtension.class);

    private static final String UNDECLARED =
            "write @WithSandbank(\"…\") on the test method, on its class or on an enclosing class";
    private static final String TOO_EARLY = """
            a constructor cannot know for which test it runs, so it cannot be given that test's sandbox: \
            make it a parameter of the test or of a @BeforeEach method, or share one between all tests \
            of the class by a parameter of a @BeforeAll method or by @TestInstance(PER_CLASS)""";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbank.class;
    }

    @Override
    public Sandbank resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return bankFor(parameter.getDeclaringExecutable(), context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(test, call, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(test, call, context);
    }

    private static void proceed(
            Invocation<Void> test, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        List<AtSandbank> arguments = call.getArguments().stream()
                .filter(AtSandbank.class::isInstance)
                .map(AtSandbank.class::cast)
                .toList();
        if (arguments.isEmpty()) {
            test.proceed();
            return;
        }
        Sandbank bank = bankFor(call.getExecutable(), context);
        arguments.forEach(argument -> argument.arrive(bank));
        test.proceed();
        arguments.forEach(argument -> argument.leave(bank));
    }

    private static Sandbank bankFor(Executable asking, ExtensionContext context) {
        refuseIdleAnnotation(asking, context);
        Declaration declared = Declaration.nearestTo(context).orElseThrow(() -> undeclared(asking));
        ExtensionContext owner = Sharing.under(declared, context).orElseGet(() -> unshared(asking, context));
        return owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(declared.key(), key -> Start.of(declared), Start.class)
                .bank();
    }

    /** JUnit looks for extensions on tests and classes only; an annotation elsewhere would be ignored without a word. */
    private static void refuseIdleAnnotation(Executable asking, ExtensionContext context) {
        boolean isTest = context.getTestMethod().filter(asking::equals).isPresent();
        if (!isTest && AnnotationSupport.isAnnotated(asking, WithSandbank.class)) {
            throw refusal(asking, "its @WithSandbank has no effect: write it on the test method or on the class");
        }
    }

    /** Where no class shares a sandbox, whoever asks gets one of its own. */
    private static ExtensionContext unshared(Executable asking, ExtensionContext context) {
        if (asking instanceof Constructor && context.getTestMethod().isEmpty()) {
            throw refusal(asking, TOO_EARLY);
        }
        return context;
    }

    private static ParameterResolutionException undeclared(Executable asking) {
        return refusal(asking, asking instanceof Constructor ? TOO_EARLY : UNDECLARED);
    }

    private static ParameterResolutionException refusal(Executable asking, String reason) {
        return new ParameterResolutionException("No sandbox for the parameter of " + asking + ": " + reason);
    }
}
