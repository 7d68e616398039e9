package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.junit.Lifetime;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The sandboxes of a field whose URLs Spring contexts have, from a {@code @DynamicPropertySource}: a context from Spring's cache must not
 * have the URL of a closed one.
 */
final class SpringContexts {

    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final String LOADING = "org.springframework.test.context.cache.";

    /** The owner of the sandbox, by the class that gave its URL to Spring. */
    private final Map<Class<?>, Owner> told = new ConcurrentHashMap<>();

    private record Owner(String id, String name) {

        static Owner of(SandboxScope scope) {
            ExtensionContext owner = scope.owner();
            return new Owner(owner.getUniqueId(), owner.getDisplayName());
        }
    }

    /** Records which class asks for a sandbox while Spring loads a context on the same thread. */
    void asked(SandboxScope scope) {
        if (scope.declared().spec().lifetime() != Lifetime.JVM) {
            List<Class<?>> callers = STACK.walk(frames ->
                    frames.<Class<?>>map(StackFrame::getDeclaringClass).toList());
            if (callers.stream().anyMatch(caller -> caller.getName().startsWith(LOADING))) {
                callers.stream()
                        .filter(caller -> !isOurs(caller))
                        .findFirst()
                        .ifPresent(teller -> told.put(teller, Owner.of(scope)));
            }
        }
    }

    private static boolean isOurs(Class<?> caller) {
        return SandboxLifecycle.class.isAssignableFrom(caller)
                || caller.getPackage() == SpringContexts.class.getPackage();
    }

    /**
     * Checks the context of a test once Spring has it: if Spring loaded it for this test's sandbox, it has asked for that sandbox.
     *
     * @throws ExtensionConfigurationException if the context has the URL of another sandbox
     */
    void refuseStale(SandboxScope scope) {
        scope.owner()
                .getTestClass()
                .ifPresent(test -> told.forEach((teller, before) -> {
                    Owner owner = Owner.of(scope);
                    if (teller.isAssignableFrom(test) && !before.equals(owner)) {
                        throw new ExtensionConfigurationException("the sandbox must live as long as Spring's context: "
                                + teller.getName() + " gave a context the URL of the sandbox of " + before.name()
                                + ", which is closed, and Spring reuses that context for " + owner.name()
                                + ": write SandbankExtension.builder().fixture(\"…\").lifetime(Lifetime.JVM).build()");
                    }
                }));
    }
}
