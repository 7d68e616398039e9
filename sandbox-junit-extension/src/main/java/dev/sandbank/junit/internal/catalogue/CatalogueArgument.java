package dev.sandbank.junit.internal.catalogue;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.internal.lifecycle.AtSandbank;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An argument whose one half is known before any sandbox runs, and the other half only in that of the test: each method is
 * answered by the half that has it.
 *
 * @param <A> the other half
 */
final class CatalogueArgument<A> implements InvocationHandler, AtSandbank {

    private final String bank;
    private final Object entry;
    private final Function<Sandbank, A> arrange;
    private final BiConsumer<CallsSince, A> met;
    private @Nullable A arranged;
    private @Nullable CallsSince seen;

    private CatalogueArgument(String bank, Object entry, Function<Sandbank, A> arrange, BiConsumer<CallsSince, A> met) {
        this.bank = bank;
        this.entry = entry;
        this.arrange = arrange;
        this.met = met;
    }

    /**
     * Makes one.
     *
     * @param type what the test takes, an interface
     * @param bank the name of the sandbox; empty for the only one
     * @param entry what is known before, and how the argument is shown
     * @param arrange makes the other half, before the test method
     * @param met requires, after it, that the test met what it was run for
     */
    static <T, A> T of(
            Class<T> type, String bank, Object entry, Function<Sandbank, A> arrange, BiConsumer<CallsSince, A> met) {
        return type.cast(Proxy.newProxyInstance(
                AtSandbank.class.getClassLoader(),
                new Class<?>[] {type, AtSandbank.class},
                new CatalogueArgument<>(bank, entry, arrange, met)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(teller(method.getDeclaringClass()), arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private Object teller(Class<?> wanted) {
        if (wanted == AtSandbank.class) {
            return this;
        }
        return wanted.isInstance(entry) ? entry : arranged();
    }

    private A arranged() {
        if (arranged == null) {
            throw new IllegalStateException("this is known only while the test runs, not before");
        }
        return arranged;
    }

    @Override
    public String bank() {
        return bank;
    }

    @Override
    public void beforeCall(Sandbank bank) {
        arranged = arrange.apply(bank);
        seen = CallsSince.from(bank);
    }

    @Override
    public void afterCall(Sandbank bank) {
        met.accept(Objects.requireNonNull(seen), arranged());
    }
}
