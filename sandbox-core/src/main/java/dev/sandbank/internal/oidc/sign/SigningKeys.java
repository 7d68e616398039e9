package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.sandbank.internal.model.oauth.SigningAlgorithms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that one environment signs with: each made when it is first needed, given back when the environment closes.
 *
 * <p>Safe for use by many threads.
 */
public final class SigningKeys implements AutoCloseable {

    private final Map<String, SigningKey> current = new HashMap<>();
    /** The names that the next keys take over. */
    private final Map<String, String> inherited = new HashMap<>();

    private final List<JWK> retired = new ArrayList<>();
    private final List<RSAKey> leased = new ArrayList<>();
    private boolean closed;

    /**
     * Signs claims.
     *
     * @param algorithm one of {@link SigningAlgorithms#ALL}
     * @param type the {@code typ} of the header
     * @param claims a JSON object
     */
    public Signed sign(String algorithm, String type, String claims) {
        try {
            SigningKey key = key(algorithm);
            JWSHeader header = new JWSHeader.Builder(key.algorithm())
                    .keyID(key.keyId())
                    .type(new JOSEObjectType(type))
                    .build();
            JWSObject object = new JWSObject(header, new Payload(claims));
            object.sign(key.signer());
            return new Signed(object.serialize(), key.keyId());
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of our own cannot sign", e);
        }
    }

    /** A signed text and the id of the key. */
    public record Signed(String text, String keyId) {}

    /** The claims of something signed here, whatever its age; nothing if it was not, or was changed since. */
    public synchronized Optional<String> opened(String text) {
        return Verifiers.parse(text)
                .filter(object -> all().stream().anyMatch(key -> signed(object, key)))
                .map(object -> object.getPayload().toString());
    }

    private static boolean signed(JWSObject object, JWK key) {
        return key.getKeyID().equals(object.getHeader().getKeyID())
                && object.getHeader().getAlgorithm().equals(key.getAlgorithm())
                && Verifiers.verified(object, key);
    }

    /** Makes the dearest of the keys for these algorithms aside, for whoever is going to ask for them soon. */
    public synchronized void prepare(Collection<String> algorithms) {
        if (algorithms.stream().anyMatch(name -> isOfRsa(name) && !current.containsKey(name))) {
            KeyPool.ofProcess().prepare();
        }
    }

    /**
     * The public keys as a JSON Web Key Set, in its JSON form: all that may have signed something still trusted, and those for
     * these algorithms.
     */
    public synchronized String published(Collection<String> algorithms) {
        algorithms.forEach(this::key);
        return new JWKSet(all()).toString(true);
    }

    /**
     * Signs with new keys from now on.
     *
     * @return the ids of the keys that are no longer trusted
     */
    public synchronized List<String> rotate(Rotation how) {
        List<JWK> old = current.values().stream().map(SigningKey::published).toList();
        if (how != Rotation.SAME_ID) {
            inherited.clear();
        } else {
            current.forEach((algorithm, key) -> inherited.put(algorithm, key.keyId()));
        }
        current.clear();
        if (how == Rotation.OVERLAP) {
            retired.addAll(old);
            return List.of();
        }
        List<String> distrusted =
                new ArrayList<>(old.stream().map(JWK::getKeyID).toList());
        retired.forEach(key -> distrusted.add(key.getKeyID()));
        retired.clear();
        return distrusted;
    }

    private List<JWK> all() {
        List<JWK> all = new ArrayList<>();
        SigningAlgorithms.ALL.stream()
                .map(current::get)
                .filter(key -> key != null)
                .forEach(key -> all.add(key.published()));
        all.addAll(retired);
        return all;
    }

    synchronized SigningKey key(String algorithm) {
        SigningKey known = current.get(algorithm);
        if (known == null) {
            known = make(algorithm);
            current.put(algorithm, known);
        }
        return known;
    }

    private SigningKey make(String name) {
        if (closed) {
            throw new IllegalStateException("the sandbox is closed");
        }
        JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
        try {
            return SigningKey.named(inherited.remove(name), generate(algorithm), algorithm);
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes such keys", e);
        }
    }

    private JWK generate(JWSAlgorithm algorithm) throws JOSEException {
        if (isOfRsa(algorithm.getName())) {
            return lease();
        }
        return algorithm.equals(JWSAlgorithm.EdDSA)
                ? Ed25519.generate()
                : new ECKeyGenerator(Curve.forJWSAlgorithm(algorithm).iterator().next()).generate();
    }

    private static boolean isOfRsa(String algorithm) {
        return algorithm.startsWith("RS") || algorithm.startsWith("PS");
    }

    private RSAKey lease() {
        RSAKey key = KeyPool.ofProcess().lease();
        leased.add(key);
        return key;
    }

    @Override
    public synchronized void close() {
        closed = true;
        current.clear();
        leased.forEach(KeyPool.ofProcess()::giveBack);
        leased.clear();
    }
}
