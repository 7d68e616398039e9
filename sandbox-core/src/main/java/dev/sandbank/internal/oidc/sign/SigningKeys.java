package dev.sandbank.internal.oidc.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.sandbank.internal.model.oauth.SigningAlgorithms;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys that one environment signs with. If the fixture has no key for an algorithm, Sandbank makes one when it is first needed, and
 * gives it back to the pool when the environment closes.
 *
 * <p>Safe for use by many threads.
 */
public final class SigningKeys implements AutoCloseable {

    /** The seed of all keys that are made, or null if they are random. */
    private final @Nullable String seed;

    private final Map<String, SigningKey> current = new HashMap<>();
    /** The {@code kid} values that the next keys take over, by algorithm. */
    private final Map<String, String> inherited = new HashMap<>();

    private final List<JWK> retired = new ArrayList<>();
    private final List<RSAKey> leased = new ArrayList<>();
    /** The keys of the fixture or of the key file, with private halves. They sign until they are rotated. */
    private final List<JWK> given = new ArrayList<>();

    private JsonNode told = MissingNode.getInstance();
    private @Nullable KeyFile file;
    private int rotations;
    private boolean closed;

    /** @param seed the seed of all keys that are made, or null if they are random */
    public SigningKeys(@Nullable Long seed) {
        this.seed = seed == null ? null : seed.toString();
    }

    /** Signs with these private keys, which were checked: for each algorithm with the first key that fits. */
    public synchronized void give(JsonNode keys) {
        told = keys;
        add(keys);
    }

    private void add(JsonNode keys) {
        try {
            for (JsonNode key : keys) {
                given.add(SigningKey.named(JSONObjectUtils.parse(key.toString())));
            }
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the keys were checked before", e);
        }
    }

    /** Signs with the keys of a file, and saves there the keys that are made before the first rotation. */
    public synchronized void keepIn(KeyFile keys) {
        file = keys;
        add(keys.keys());
    }

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
                    .type(type(type))
                    .build();
            JWSObject object = new JWSObject(header, new Payload(claims));
            object.sign(key.signer());
            return new Signed(object.serialize(), key.keyId());
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of our own cannot sign", e);
        }
    }

    /** The {@code typ} of a header, or null if the text is empty. */
    static @Nullable JOSEObjectType type(String said) {
        return said.isEmpty() ? null : new JOSEObjectType(said);
    }

    /** A signed text and the id of the key. */
    public record Signed(String text, String keyId) {}

    /** The claims of a text that these keys signed, even if it has expired; empty if they did not sign it, or it was changed. */
    public synchronized Optional<String> opened(String text) {
        return Verifiers.parse(text)
                .filter(object -> all().stream().anyMatch(key -> signed(object, key)))
                .map(object -> object.getPayload().toString());
    }

    private static boolean signed(JWSObject object, JWK key) {
        return key.getKeyID().equals(object.getHeader().getKeyID())
                && (key.getAlgorithm() == null
                        || object.getHeader().getAlgorithm().equals(key.getAlgorithm()))
                && Verifiers.verified(object, key);
    }

    /** Starts to make the slowest key for these algorithms in the background, because a client is likely to need it soon. */
    public synchronized void prepare(Collection<String> algorithms) {
        algorithms.stream()
                .filter(name -> !current.containsKey(name) && givenFor(name).isEmpty())
                .map(JWSAlgorithm::parse)
                .filter(JWSAlgorithm.Family.RSA::contains)
                .forEach(this::prepare);
    }

    private void prepare(JWSAlgorithm algorithm) {
        if (seed == null) {
            KeyPool.ofProcess().prepare();
        } else {
            KeyPool.ofProcess().prepare(seed + ' ' + rotations, algorithm);
        }
    }

    /** The public keys as a JSON Web Key Set: those for these algorithms, and all others whose signatures are still trusted. */
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
        List<JWK> old = signing();
        if (how != Rotation.SAME_ID) {
            inherited.clear();
        } else {
            current.forEach((algorithm, key) -> inherit(algorithm, key.keyId()));
        }
        current.clear();
        rotations++;
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

    /** Lets the next key take over a {@code kid}. If a key was for several algorithms, only one key takes it over. */
    private void inherit(String algorithm, String keyId) {
        if (!inherited.containsValue(keyId)) {
            inherited.put(algorithm, keyId);
        }
    }

    /**
     * Goes back to the keys of the fixture, or to those that follow from the seed.
     *
     * @param trusted whether the keys that have signed since then stay published
     */
    public synchronized void startAgain(boolean trusted) {
        if (rotations > 0 && (seed != null || !given.isEmpty())) {
            List<JWK> old = all();
            current.clear();
            inherited.clear();
            retired.clear();
            rotations = 0;
            retired.addAll(trusted ? old : List.of());
        }
    }

    /** The keys of the fixture or of the key file with their private halves, as long as they sign. */
    public synchronized Optional<JsonNode> given() {
        return Optional.of(told).filter(keys -> !keys.isEmpty() && rotations == 0);
    }

    /** Goes on with the keys of an environment that this one replaces; if the fixture has other keys, those sign, and the former stay published. */
    public synchronized void continueFrom(SigningKeys before) {
        synchronized (before) {
            if (!told.equals(before.told)) {
                retired.addAll(before.all());
                Optional.ofNullable(before.file).ifPresent(this::keepIn);
                return;
            }
            current.putAll(before.current);
            inherited.putAll(before.inherited);
            retired.addAll(before.retired);
            given.addAll(before.given.subList(given.size(), before.given.size()));
            file = before.file;
            rotations = before.rotations;
            leased.addAll(before.leased);
            before.leased.clear();
        }
    }

    private List<JWK> all() {
        Map<String, JWK> all = new LinkedHashMap<>();
        Stream.concat(signing().stream(), retired.stream()).forEach(key -> all.putIfAbsent(key.getKeyID(), key));
        return List.copyOf(all.values());
    }

    /** The given keys that are not replaced. */
    private List<JWK> signing() {
        Stream<JWK> made = SigningAlgorithms.ALL.stream()
                .map(current::get)
                .filter(Objects::nonNull)
                .map(SigningKey::published);
        Stream<JWK> told = rotations == 0 ? given.stream().map(JWK::toPublicJWK) : Stream.empty();
        return Stream.concat(told, made).distinct().toList();
    }

    synchronized SigningKey key(String algorithm) {
        SigningKey known = current.get(algorithm);
        if (known == null) {
            known = first(algorithm);
            current.put(algorithm, known);
        }
        return known;
    }

    private SigningKey first(String name) {
        if (closed) {
            throw new IllegalStateException("the sandbox is closed");
        }
        JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
        try {
            Optional<JWK> told = givenFor(name);
            return SigningKey.of(told.isPresent() ? told.get() : make(algorithm), algorithm);
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes such keys", e);
        }
    }

    private Optional<JWK> givenFor(String algorithm) {
        return rotations > 0
                ? Optional.empty()
                : given.stream()
                        .filter(key -> key.getAlgorithm() == null
                                || key.getAlgorithm().getName().equals(algorithm))
                        .filter(key -> Verifiers.isFor(key, JWSAlgorithm.parse(algorithm)))
                        .findFirst();
    }

    private JWK make(JWSAlgorithm algorithm) throws JOSEException {
        JWK made = seed == null ? random(algorithm) : KeyPool.ofProcess().seeded(seed + ' ' + rotations, algorithm);
        JWK named = SigningKey.named(inherited.remove(algorithm.getName()), made, algorithm);
        if (file != null && rotations == 0) {
            file.add(named.toJSONString());
        }
        return named;
    }

    private JWK random(JWSAlgorithm algorithm) throws JOSEException {
        if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
            return lease();
        }
        return algorithm.equals(JWSAlgorithm.EdDSA)
                ? Ed25519.generate()
                : new ECKeyGenerator(Curve.forJWSAlgorithm(algorithm).iterator().next()).generate();
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
