package dev.sandbank.internal.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * Lets a command end by itself when the process is told to stop: the first signal interrupts its thread, a second one
 * ends the process.
 *
 * <p>It uses reflection, because the compiler warns about {@code sun.misc.Signal}, which is the only way to choose the
 * exit code. If that class does not exist, or Java is told to ignore signals ({@code -Xrs}), the process ends at once,
 * like any other.
 */
final class StopSignals {

    private static final int KILLED = 128;

    private StopSignals() {}

    static void interrupt(Thread command) {
        AtomicBoolean told = new AtomicBoolean();
        for (String name : List.of("TERM", "INT")) {
            try {
                handle(name, number -> {
                    if (told.compareAndSet(false, true)) {
                        command.interrupt();
                    } else {
                        Runtime.getRuntime().halt(KILLED + number);
                    }
                });
            } catch (ReflectiveOperationException | IllegalArgumentException left) {
                System.getLogger("dev.sandbank").log(System.Logger.Level.DEBUG, "SIG" + name + " is not handled", left);
            }
        }
    }

    private static void handle(String name, IntConsumer handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> type = Class.forName("sun.misc.SignalHandler");
        Method number = signal.getMethod("getNumber");
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().equals("handle")) {
                handler.accept((int) number.invoke(args[0]));
            }
            return null;
        });
        signal.getMethod("handle", signal, type)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    }
}
