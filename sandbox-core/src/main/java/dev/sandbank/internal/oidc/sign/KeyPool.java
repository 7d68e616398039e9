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
 * Lends each RSA key of this process to one open sandbox at a time.
 *
 * <p>An RSA key takes up to half a second to make. So the pool makes it when a sandbox first signs, or in the background when a sandbox
 * is likely to sign soon. A sandbox that closes gives its key back for the next one. No two open sandboxes share a key, and none outlives
 * the process.
 */
final class KeyPool {

    private static final KeyPool PROCESS = new KeyPool();
    private static final int BITS = 2048;
    private static final int MOST_IDLE = 8;
    private static final int MOST_SEEDED = 64;

    private final Deque<RSAKey> idle = new ArrayDeque<>();
    private final Map<String, CompletableFuture<JWK>> seeded = new HashMap<>();
    /** The key that is made in the background, until a sandbox takes it. */
    private @Nullable CompletableFuture<RSAKey> coming;

    private KeyPool() {}

    static KeyPool ofProcess() {
        return PROCESS;
    }

    /** Starts to make a key in the background, unless a key is free. */
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

    /** The key for an algorithm that follows from a seed. Sandboxes with the same seed share it. */
    JWK seeded(String seed, JWSAlgorithm algorithm) {
        return coming(seed, algorithm).join();
    }

    /** Starts to make such a key in the background, unless it is known. */
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
