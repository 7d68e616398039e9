package dev.sandbank.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Two RSA keys of 2048 bits: each is made once for all tests, because making one takes longer than most tests do. */
public final class RsaKeys {

    private RsaKeys() {}

    /** The key that clients of tests have. */
    public static RSAKey own(String id) {
        return new RSAKey.Builder(Own.KEY).keyID(id).build();
    }

    /** A key that is not theirs. */
    public static RSAKey ofStranger(String id) {
        return new RSAKey.Builder(OfStranger.KEY).keyID(id).build();
    }

    private static RSAKey made() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Own {
        static final RSAKey KEY = made();
    }

    private static final class OfStranger {
        static final RSAKey KEY = made();
    }
}
