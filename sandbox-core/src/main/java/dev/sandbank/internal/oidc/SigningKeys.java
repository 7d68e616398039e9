package dev.sandbank.internal.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.sandbank.internal.model.Ids;
import org.jspecify.annotations.Nullable;

/** The keys one environment signs with, made when first needed and given back when it closes. */
final class SigningKeys implements AutoCloseable {

    private final Ids ids;
    private @Nullable RSAKey leased;
    private @Nullable RSAKey named;
    private boolean closed;

    SigningKeys(Ids ids) {
        this.ids = ids;
    }

    /** The RSA key, under a name that no other sandbox uses. */
    synchronized RSAKey rsa() {
        if (named == null) {
            if (closed) {
                throw new IllegalStateException("the sandbox is closed");
            }
            RSAKey key = KeyPool.ofProcess().lease();
            leased = key;
            named = new RSAKey.Builder(key)
                    .keyID(ids.uuid())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .build();
        }
        return named;
    }

    /** All keys without their private members. */
    JWKSet published() {
        return new JWKSet(rsa()).toPublicJWKSet();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (leased != null) {
            KeyPool.ofProcess().giveBack(leased);
            leased = null;
            named = null;
        }
    }
}
