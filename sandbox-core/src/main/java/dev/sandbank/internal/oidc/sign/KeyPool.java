package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * RSA keys of this process, leased to one live sandbox at a time.
 *
 * <p>An RSA key takes up to half a second to make, so it is made when something must first be signed, and goes back for
 * the next sandbox when its own is closed. No two live sandboxes share one; none outlives the process.
 */
final class KeyPool {

    private static final KeyPool PROCESS = new KeyPool();
    private static final int BITS = 2048;
    private static final int MOST_IDLE = 8;

    private final Deque<RSAKey> idle = new ArrayDeque<>();

    private KeyPool() {}

    static KeyPool ofProcess() {
        return PROCESS;
    }

    RSAKey lease() {
        RSAKey returned = takeIdle();
        if (returned != null) {
            return returned;
        }
        try {
            return new RSAKeyGenerator(BITS).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    private synchronized @Nullable RSAKey takeIdle() {
        return idle.poll();
    }

    synchronized void giveBack(RSAKey key) {
        if (idle.size() < MOST_IDLE) {
            idle.push(key);
        }
    }
}
