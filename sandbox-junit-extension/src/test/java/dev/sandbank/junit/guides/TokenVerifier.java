package dev.sandbank.junit.guides;

import dev.sandbank.junit.kit.Requests;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands for the reader's own server: it keeps the bank's keys, and asks for them again if it meets one that it does not know. */
final class TokenVerifier {

    private static final Pattern KEY = Pattern.compile("\\{[^{}]*\"kty\":\"RSA\"[^{}]*}");

    private final URI keySet;
    private final Map<String, PublicKey> keys = new HashMap<>();

    TokenVerifier(URI keySet) {
        this.keySet = keySet;
    }

    /** Whether one of the bank's keys signed it, by RS256. */
    boolean accepts(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        String keyId = member("kid", new String(decoded(parts[0]), StandardCharsets.UTF_8));
        if (!keys.containsKey(keyId)) {
            fetchKeys();
        }
        PublicKey key = keys.get(keyId);
        return key != null && signed(key, parts[0] + "." + parts[1], decoded(parts[2]));
    }

    private void fetchKeys() {
        String set = Requests.send(HttpRequest.newBuilder(keySet).build()).body();
        keys.clear();
        KEY.matcher(set)
                .results()
                .map(found -> found.group())
                .forEach(key -> keys.put(member("kid", key), publicKey(key)));
    }

    private static PublicKey publicKey(String jwk) {
        try {
            var modulus = new BigInteger(1, decoded(member("n", jwk)));
            var exponent = new BigInteger(1, decoded(member("e", jwk)));
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean signed(PublicKey key, String content, byte[] signature) {
        try {
            Signature rs256 = Signature.getInstance("SHA256withRSA");
            rs256.initVerify(key);
            rs256.update(content.getBytes(StandardCharsets.US_ASCII));
            return rs256.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String member(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"(.+?)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private static byte[] decoded(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
