package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Gives tests their running sandboxes. {@link WithSandbank} registers it; a field does so, too, for those who want to
 * say more than an annotation can, or to have the sandbox at hand without a parameter:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandbankExtension bank = SandbankExtension.of("uphold");
 *
 * @Test
 * void listsAccounts() {
 *     var client = new PaymentsClient(bank.sandbank().baseUrl());
 * }
 * }</pre>
 *
 * <p>A static field has one sandbox for all tests of its class, as {@link Lifetime#CLASS} says; each class that inherits
 * it has one of its own. Another field has a fresh one for each test. All parameters and annotations of this package work
 * with it. The nearest declaration counts for them: a field that of its class (where it goes before an annotation of
 * the class), a method's or nested class's own annotation before that. A class may have several such fields; then
 * {@link #sandbank()} alone tells them apart.
 */
public final class SandbankExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                LifecycleMethods,
                ParameterResolver,
                TestInstancePreConstructCallback {

    static final Namespace NAMESPACE = Namespace.create(SandbankExtension.class);

    private final Optional<Function<Lifetime, SandboxConfig>> spec;
    private final ActiveTests presence = new ActiveTests();

    /** For JUnit, which makes one for all annotations: that one has no sandbox of its own. */
    SandbankExtension() {
        this.spec = Optional.empty();
    }

    SandbankExtension(Function<Lifetime, SandboxConfig> spec) {
        this.spec = Optional.of(spec);
    }

    /**
     * An extension for a field.
     *
     * @param fixture a built-in fixture ({@code apiture}, {@code uphold}), else a class-path resource, else a file
     */
    public static SandbankExtension of(String fixture) {
        return builder().fixture(fixture).build();
    }

    /** Says more about the sandbox of a field. */
    public static SandbankExtensionBuilder builder() {
        return new SandbankExtensionBuilder();
    }

    /**
     * The running sandbox of the test that asks, or of the class if no test runs.
     *
     * <p>Code that runs on another thread than its test is told so, too, as long as it is the only one that may be meant.
     *
     * @throws IllegalStateException if there is none, because no test runs with this extension, or if there are several
     */
    public Sandbank sandbank() {
        return presence.bank();
    }

    boolean isOfAnnotations() {
        return spec.isEmpty();
    }

    Optional<SandboxConfig> spec(Lifetime usual) {
        return spec.map(wanted -> wanted.apply(usual));
    }

    /** A class whose one instance is made before all else may want its sandbox for that. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            beforeAll(context);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Declarations.servedBy(this, context)
                .map(declared -> new SandboxScope(declared, context))
                .filter(SandboxScope::isShared)
                .ifPresent(tenancy -> {
                    join(tenancy);
                    tenancy.open();
                });
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        refuseIdleVariations(context);
        ExclusiveLocks.take(
                context,
                Declarations.usableBy(context).stream()
                        .map(declared -> new SandboxScope(declared, context))
                        .toList());
        Declarations.servedBy(this, context)
                .map(declared -> new SandboxScope(declared, context))
                .ifPresent(tenancy -> {
                    tenancy.prepare(isInCharge(context));
                    join(tenancy);
                });
    }

    private void join(SandboxScope tenancy) {
        if (!isOfAnnotations()) {
            presence.joins(tenancy);
        }
    }

    private static void refuseIdleVariations(ExtensionContext context) {
        if (Declarations.nearestTo(context).isEmpty()) {
            TestOverrides.at(Declarations.outwards(context)).stream()
                    .findFirst()
                    .ifPresent(variation -> {
                        throw SandboxRequest.undeclared(variation);
                    });
        }
    }

    /** Whether parameters and annotations are this one's affair; there may be another such extension. */
    private boolean isInCharge(ExtensionContext context) {
        return Declarations.nearestTo(context)
                .map(declared -> declared.isServedBy(this))
                .orElseGet(this::isOfAnnotations);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return ParameterValue.of(parameter.getParameter()).isPresent() && isInCharge(context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Sandbank bank = new SandboxRequest(parameter.getDeclaringExecutable(), context).bank();
        return ParameterValue.of(parameter.getParameter()).orElseThrow().from(bank, parameter.getParameter());
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

    private void proceed(Invocation<Void> test, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        List<AtSandbank> arguments = call.getArguments().stream()
                .filter(AtSandbank.class::isInstance)
                .map(AtSandbank.class::cast)
                .toList();
        if (arguments.isEmpty() || !isInCharge(context)) {
            test.proceed();
            return;
        }
        Sandbank bank = new SandboxRequest(call.getExecutable(), context).bank();
        arguments.forEach(argument -> argument.beforeCall(bank));
        test.proceed();
        arguments.forEach(argument -> argument.afterCall(bank));
    }
}
