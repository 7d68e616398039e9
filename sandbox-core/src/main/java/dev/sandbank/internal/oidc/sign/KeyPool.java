package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayDeque;
import java.util.Deque;
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

    private final Deque<RSAKey> idle = new ArrayDeque<>();
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
