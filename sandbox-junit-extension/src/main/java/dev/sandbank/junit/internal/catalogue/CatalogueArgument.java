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
 * An argument in two halves: one is known before any sandbox runs, the other only in the sandbox of the test. Each method call goes to
 * the half that has the method.
 *
 * @param <A> the second half
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
     * Makes an argument.
     *
     * @param type the interface that the test takes
     * @param bank the name of the sandbox; empty for the only one
     * @param entry the first half, which also gives the display name
     * @param arrange makes the second half, before the test method
     * @param met checks, after the test method, that the expected call arrived
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
            return method.invoke(half(method), arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private Object half(Method method) {
        Class<?> wanted = method.getDeclaringClass();
        if (wanted == AtSandbank.class) {
            return this;
        }
        return wanted.isInstance(entry) ? entry : arranged(method.getName());
    }

    private A arranged(String method) {
        if (arranged == null) {
            throw new IllegalStateException(
                    method + "() works only while the test method runs: before that, Sandbank has"
                            + " not prepared the sandbox yet");
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
        met.accept(Objects.requireNonNull(seen), Objects.requireNonNull(arranged));
    }
}
