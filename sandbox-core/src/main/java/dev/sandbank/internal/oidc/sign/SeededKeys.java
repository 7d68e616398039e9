package dev.sandbank.internal.oidc.sign;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.sandbank.internal.model.Hash;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys from a seed, the same on every JDK. Everybody may know the seed, so the keys are not secret.
 *
 * <p>The key generators of JDKs do not promise the same keys for the same random numbers (decision 33).
 */
final class SeededKeys {

    private static final int HALF_MODULUS = 1024;
    private static final long EXPONENT = 65_537;

    /** The bits drawn beyond those of a number, so that the remainder is almost evenly distributed. */
    private static final int SPARE_BITS = 64;

    private final String seed;
    private int drawn;

    private SeededKeys(String seed) {
        this.seed = seed;
    }

    static JWK key(String seed, JWSAlgorithm algorithm) {
        SeededKeys keys = new SeededKeys(seed + ' ' + algorithm.getName());
        if (algorithm.equals(JWSAlgorithm.EdDSA)) {
            return keys.ed25519();
        }
        return JWSAlgorithm.Family.RSA.contains(algorithm)
                ? keys.rsa()
                : keys.ec(Curve.forJWSAlgorithm(algorithm).iterator().next());
    }

    /** The next number with this many bits, from SHA-256 of the seed and a counter. */
    private BigInteger next(int bits) {
        ByteBuffer bytes = ByteBuffer.allocate((bits + 255) / 256 * 32);
        while (bytes.hasRemaining()) {
            bytes.put(Hash.sha256("sandbank key " + seed + ' ' + drawn++));
        }
        return new BigInteger(1, bytes.array()).shiftRight(bytes.capacity() * 8 - bits);
    }

    private OctetKeyPair ed25519() {
        return Ed25519.of(Base64URL.encode(Hash.sha256("sandbank key " + seed)));
    }

    private RSAKey rsa() {
        BigInteger p = prime();
        BigInteger q = prime();
        BigInteger one = BigInteger.ONE;
        BigInteger e = BigInteger.valueOf(EXPONENT);
        BigInteger d = e.modInverse(p.subtract(one).multiply(q.subtract(one)));
        return new RSAKey.Builder(Base64URL.encode(p.multiply(q)), Base64URL.encode(e))
                .privateExponent(Base64URL.encode(d))
                .firstPrimeFactor(Base64URL.encode(p))
                .secondPrimeFactor(Base64URL.encode(q))
                .firstFactorCRTExponent(Base64URL.encode(d.mod(p.subtract(one))))
                .secondFactorCRTExponent(Base64URL.encode(d.mod(q.subtract(one))))
                .firstCRTCoefficient(Base64URL.encode(q.modInverse(p)))
                .build();
    }

    /** A prime that fits the exponent. Its two upper bits are set, so that the product of two primes has twice their length. */
    private BigInteger prime() {
        BigInteger prime;
        do {
            prime = next(HALF_MODULUS)
                    .setBit(HALF_MODULUS - 1)
                    .setBit(HALF_MODULUS - 2)
                    .nextProbablePrime();
        } while (prime.mod(BigInteger.valueOf(EXPONENT)).equals(BigInteger.ONE) || prime.bitLength() > HALF_MODULUS);
        return prime;
    }

    private ECKey ec(Curve curve) {
        ECParameterSpec parameters = curve.toECParameterSpec();
        BigInteger order = parameters.getOrder();
        BigInteger d = next(order.bitLength() + SPARE_BITS)
                .mod(order.subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        BigInteger field = ((ECFieldFp) parameters.getCurve().getField()).getP();
        ECPoint point = new Multiplication(parameters.getCurve().getA(), field).of(parameters.getGenerator(), d);
        int size = field.bitLength();
        return new ECKey.Builder(
                        curve,
                        ECKey.encodeCoordinate(size, point.getAffineX()),
                        ECKey.encodeCoordinate(size, point.getAffineY()))
                .d(ECKey.encodeCoordinate(size, d))
                .build();
    }

    /**
     * Multiplies points of a curve by a number (SEC 1 §2.2.1), by doubling and adding. Its duration depends on the number, which is not
     * secret.
     *
     * @param a the coefficient of the curve
     * @param field the prime of its field
     */
    private record Multiplication(BigInteger a, BigInteger field) {

        ECPoint of(ECPoint point, BigInteger factor) {
            ECPoint sum = null;
            for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
                sum = sum == null ? null : doubled(sum);
                if (factor.testBit(bit)) {
                    sum = added(sum, point);
                }
            }
            if (sum == null) {
                throw new IllegalArgumentException("zero times a point is not a point");
            }
            return sum;
        }

        private ECPoint doubled(ECPoint point) {
            BigInteger x = point.getAffineX();
            BigInteger slope = x.multiply(x)
                    .multiply(BigInteger.valueOf(3))
                    .add(a)
                    .multiply(point.getAffineY().shiftLeft(1).modInverse(field));
            return at(slope, point, x);
        }

        private ECPoint added(@Nullable ECPoint sum, ECPoint point) {
            if (sum == null) {
                return point;
            }
            BigInteger x = point.getAffineX();
            BigInteger slope = point.getAffineY()
                    .subtract(sum.getAffineY())
                    .multiply(x.subtract(sum.getAffineX()).modInverse(field));
            return at(slope, sum, x);
        }

        /** The third point in which the line of this slope through two points meets the curve, mirrored. */
        private ECPoint at(BigInteger slope, ECPoint one, BigInteger otherX) {
            BigInteger x = slope.multiply(slope)
                    .subtract(one.getAffineX())
                    .subtract(otherX)
                    .mod(field);
            BigInteger y = slope.multiply(one.getAffineX().subtract(x))
                    .subtract(one.getAffineY())
                    .mod(field);
            return new ECPoint(x, y);
        }
    }
}
