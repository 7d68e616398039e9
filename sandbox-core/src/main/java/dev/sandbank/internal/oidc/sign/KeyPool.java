package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * RSA keys of this process, leased to one live sandbox at a time.
 *
 * <p>An RSA key takes up to half a second to make, so it is made when something must first be signed, or aside where that is
 * to be expected, and goes back for the next sandbox when its own is closed. No two live sandboxes share one; none outlives the
 * process.
 */
final class KeyPool {

    private static final KeyPool PROCESS = new KeyPool();
    private static final int BITS = 2048;
    private static final int MOST_IDLE = 8;
    private static final int MOST_SEEDED = 64;

    private final Deque<RSAKey> idle = new ArrayDeque<>();
    private final Map<String, CompletableFuture<JWK>> seeded = new HashMap<>();
    /** The key that is being made aside, or was and has not been wanted yet. */
    private @Nullable CompletableFuture<RSAKey> coming;

    private KeyPool() {}

    static KeyPool ofProcess() {
        return PROCESS;
    }

    /** Makes a key aside for whoever is going to need one soon, unless there is one. */
    synchronized void prepare() {
        if (idle.isEmpty() && coming == null) {
            coming = CompletableFuture.supplyAsync(KeyPool::generate, KeyPool::aside);
        }
    }

    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "sandbank-key");
        thread.setDaemon(true);
        thread.start();
    }

    /** The key for an algorithm that follows from a seed; everybody who knows that may have it. */
    JWK seeded(String seed, JWSAlgorithm algorithm) {
        return coming(seed, algorithm).join();
    }

    /** Makes the same aside, unless it is known. */
    void prepare(String seed, JWSAlgorithm algorithm) {
        var unused = coming(seed, algorithm);
    }

    private synchronized CompletableFuture<JWK> coming(String seed, JWSAlgorithm algorithm) {
        if (seeded.size() >= MOST_SEEDED) {
            seeded.clear();
        }
        return seeded.computeIfAbsent(
                seed + ' ' + algorithm.getName(),
                name -> CompletableFuture.supplyAsync(() -> SeededKeys.key(seed, algorithm), KeyPool::aside));
    }

    RSAKey lease() {
        CompletableFuture<RSAKey> aside;
        synchronized (this) {
            RSAKey returned = idle.poll();
            if (returned != null) {
                return returned;
            }
            aside = coming;
            coming = null;
        }
        return aside == null ? generate() : aside.join();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    synchronized void giveBack(RSAKey key) {
        if (idle.size() < MOST_IDLE) {
            idle.push(key);
        }
    }
}
