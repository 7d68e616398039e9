package dev.sandbank.junit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Refuses annotations of tests on methods that are none, where JUnit would ignore them without a word. */
interface LifecycleMethods extends InvocationInterceptor {

    @Override
    default void interceptBeforeAllMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(method, call, context);
    }

    @Override
    default void interceptBeforeEachMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(method, call, context);
    }

    @Override
    default void interceptAfterEachMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(method, call, context);
    }

    @Override
    default void interceptAfterAllMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(method, call, context);
    }

    private static void proceed(
            Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        new SandboxRequest(call.getExecutable(), context).refuseIdleAnnotations();
        method.proceed();
    }
}
