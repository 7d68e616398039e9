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
 * Which of a field's sandboxes contexts of Spring were told of, by a {@code @DynamicPropertySource}: one that comes from Spring's cache
 * must not know one that is closed.
 */
final class SpringContexts {

    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final String LOADING = "org.springframework.test.context.cache.";

    /** Whose sandbox it was, by the class that told of it. */
    private final Map<Class<?>, Owner> told = new ConcurrentHashMap<>();

    private record Owner(String id, String name) {

        static Owner of(SandboxScope scope) {
            ExtensionContext owner = scope.owner();
            return new Owner(owner.getUniqueId(), owner.getDisplayName());
        }
    }

    /** Notes who asks for a sandbox while Spring loads a context on the same thread. */
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
     * Is asked when the context of a test is there: had it been loaded for this test's sandbox, it would have asked for it.
     *
     * @throws ExtensionConfigurationException if it knows another
     */
    void refuseStale(SandboxScope scope) {
        scope.owner()
                .getTestClass()
                .ifPresent(test -> told.forEach((teller, before) -> {
                    Owner owner = Owner.of(scope);
                    if (teller.isAssignableFrom(test) && !before.equals(owner)) {
                        throw new ExtensionConfigurationException("the sandbox must live as long as Spring's context: "
                                + teller.getName() + " told one of the sandbox of " + before.name()
                                + ", which is closed, and Spring kept that context for " + owner.name()
                                + ": write SandbankExtension.builder().fixture(\"…\").lifetime(Lifetime.JVM).build()");
                    }
                }));
    }
}
