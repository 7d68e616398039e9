package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** The callbacks of JUnit, which give tests and classes their sandboxes and close them. */
public abstract class SandboxLifecycle
        implements AfterEachCallback,
                BeforeAllCallback,
                BeforeEachCallback,
                InvocationInterceptor,
                ParameterResolver,
                TestInstancePreConstructCallback {

    static final Namespace NAMESPACE = Namespace.create(SandboxLifecycle.class);

    private final Optional<Function<Lifetime, SandboxConfig>> config;
    private final ActiveTests active = new ActiveTests();
    private final SpringContexts contexts = new SpringContexts();

    /** For annotations, each of which configures its sandbox. */
    protected SandboxLifecycle() {
        this.config = Optional.empty();
    }

    /**
     * For a field, which has a sandbox of its own.
     *
     * @param config its configuration, from the lifetime that it has by default
     */
    protected SandboxLifecycle(Function<Lifetime, SandboxConfig> config) {
        this.config = Optional.of(config);
    }

    /**
     * Returns the sandbox of the calling test or class.
     *
     * @throws IllegalStateException if none runs, or several run and the thread belongs to no test
     */
    protected Sandbank running() {
        SandboxScope scope = active.scope();
        contexts.asked(scope);
        return scope.bank();
    }

    boolean isOfAnnotations() {
        return config.isEmpty();
    }

    Optional<SandboxConfig> spec(Lifetime usual) {
        return config.map(wanted -> wanted.apply(usual));
    }

    /** If JUnit makes one instance for the class, its constructor may take the sandbox before all other methods. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            beforeAll(context);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        scopes(context).filter(SandboxScope::isShared).forEach(scope -> {
            join(scope);
            scope.open();
        });
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        refuseIdleOverrides(context);
        ExclusiveLocks.take(
                context,
                Declaration.usableBy(context).stream()
                        .map(declared -> new SandboxScope(declared, context))
                        .toList());
        scopes(context).forEach(scope -> {
            contexts.refuseStale(scope);
            scope.prepare();
            join(scope);
        });
    }

    /** A test that has failed by itself needs no second failure. */
    @Override
    public void afterEach(ExtensionContext context) {
        List<SandboxScope> scopes = scopes(context).toList();
        Optional<Throwable> failure = context.getExecutionException();
        if (failure.isPresent()) {
            RunFailures.keep(context, failure.get(), scopes);
            return;
        }
        try {
            scopes.forEach(SandboxScope::requireMet);
        } catch (AssertionError unmet) {
            RunFailures.keep(context, unmet, scopes);
            throw unmet;
        }
    }

    private Stream<SandboxScope> scopes(ExtensionContext context) {
        return Declaration.servedBy(this, context).map(declared -> new SandboxScope(declared, context));
    }

    private void join(SandboxScope scope) {
        if (!isOfAnnotations()) {
            active.joins(scope);
        }
    }

    /** Each override must mean one declared sandbox; those of classes around a nearer declaration are for others. */
    private static void refuseIdleOverrides(ExtensionContext context) {
        Optional<Declaration> nearest = Declaration.nearestTo(context);
        TestOverrides.at(
                        nearest.map(declared -> declared.reach(context)).orElseGet(() -> Declaration.outwards(context)))
                .forEach(override -> {
                    if (Declaration.meant(context, override.bank(), override.words())
                            .isEmpty()) {
                        throw SandboxRequest.undeclared(override);
                    }
                });
    }

    /** Whether this extension serves a sandbox of this name, or of none; there may be another such extension. */
    private boolean isInCharge(ExtensionContext context, String bank) {
        List<Declaration> usable = Declaration.usableBy(context);
        return usable.stream()
                .filter(declared -> declared.isCalled(bank))
                .findFirst()
                .or(() -> usable.stream().findFirst())
                .map(declared -> declared.isServedBy(this))
                .orElseGet(this::isOfAnnotations);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return ParameterValue.of(parameter.getParameter())
                .filter(wanted -> isInCharge(context, wanted.bank()))
                .isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ParameterValue wanted = ParameterValue.of(parameter.getParameter()).orElseThrow();
        return wanted.from(
                new SandboxRequest(parameter.getDeclaringExecutable(), context).bank(wanted.bank()),
                parameter.getParameter());
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
                .filter(argument -> isInCharge(context, argument.bank()))
                .toList();
        SandboxRequest request = new SandboxRequest(call.getExecutable(), context);
        arguments.forEach(argument -> argument.beforeCall(request.bank(argument.bank())));
        test.proceed();
        arguments.forEach(argument -> argument.afterCall(request.bank(argument.bank())));
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        refuseIdleAnnotations(method, call, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        refuseIdleAnnotations(method, call, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        refuseIdleAnnotations(method, call, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        refuseIdleAnnotations(method, call, context);
    }

    /** Refuses annotations of tests on other methods, which JUnit would ignore without a word. */
    private static void refuseIdleAnnotations(
            Invocation<Void> method, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        new SandboxRequest(call.getExecutable(), context).refuseIdleAnnotations();
        method.proceed();
    }
}
