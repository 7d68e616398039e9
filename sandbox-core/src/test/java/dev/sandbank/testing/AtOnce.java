package dev.sandbank.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Does things at the same moment, each on a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    /** What comes of each, in their order; the first that fails fails. */
    public static <T> List<T> all(List<? extends Callable<T>> deeds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        try {
            CyclicBarrier start = new CyclicBarrier(deeds.size());
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> deed : deeds) {
                running.add(threads.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same thing so many times. */
    public static <T> List<T> times(int many, Callable<T> deed) throws Exception {
        return all(Stream.generate(() -> deed).limit(many).toList());
    }
}
