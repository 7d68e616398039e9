package dev.sandbank.internal.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Signs one X.509 certificate (RFC 5280) and is then forgotten. Sandbank writes it itself, because the JDK can read certificates, but not
 * make them.
 *
 * <p>Nobody can sign another certificate with its key, so a client that trusts it trusts only one sandbox.
 */
final class CertificateAuthority {

    private static final Duration SLACK = Duration.ofDays(1);
    private static final Duration LIFE = Duration.ofDays(365);

    /** The object identifier of ECDSA with SHA-256. */
    private static final String ECDSA = "1.2.840.10045.4.3.2";

    /** Matches an address, but not a name. */
    private static final Pattern ADDRESS = Pattern.compile(".*:.*|[0-9.]+");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private static final int ID_BYTES = 20;
    private static final int SERIAL_BYTES = 16;

    private final KeyPair keys = newKeys();
    private final byte[] id = id(keys.getPublic());
    private final byte[] name = name("Sandbank CA " + HexFormat.of().formatHex(id, 0, 4));
    private final byte[] validity;

    /** @param now the time at which clients will check what it signs, give or take a day */
    CertificateAuthority(Instant now) {
        validity = Der.sequence(Der.time(now.minus(SLACK)), Der.time(now.plus(LIFE)));
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** Its own certificate, signed by itself: clients must trust this one. */
    X509Certificate own() {
        byte[] signsOneLevel = Der.sequence(Der.yes(), Der.integer(BigInteger.ZERO));
        byte[] keyCertSign = Der.bits(2, (byte) 0x04);
        return signed(
                keys.getPublic(),
                name,
                critical("2.5.29.19", signsOneLevel),
                critical("2.5.29.15", keyCertSign),
                extension("2.5.29.14", Der.octets(id)));
    }

    /** Signs a server's certificate for names and addresses. */
    X509Certificate forServer(PublicKey key, Collection<String> hosts) {
        byte[] digitalSignature = Der.bits(7, (byte) 0x80);
        byte[] serverAuth = Der.oid("1.3.6.1.5.5.7.3.1");
        byte[][] names =
                hosts.stream().flatMap(CertificateAuthority::alternative).toArray(byte[][]::new);
        return signed(
                key,
                name("Sandbank"),
                critical("2.5.29.19", Der.sequence()),
                critical("2.5.29.15", digitalSignature),
                extension("2.5.29.37", Der.sequence(serverAuth)),
                extension("2.5.29.17", Der.sequence(names)),
                extension("2.5.29.14", Der.octets(id(key))),
                extension("2.5.29.35", Der.sequence(Der.tagged(0x80, id))));
    }

    private X509Certificate signed(PublicKey key, byte[] subject, byte[]... extensions) {
        byte[] algorithm = Der.sequence(Der.oid(ECDSA));
        byte[] content = Der.sequence(
                Der.tagged(0xA0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(1, id(key), 0, SERIAL_BYTES)),
                algorithm,
                name,
                validity,
                subject,
                key.getEncoded(),
                Der.tagged(0xA3, Der.sequence(extensions)));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return read(Der.sequence(content, algorithm, Der.bits(0, signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with P-256 and reads X.509", e);
        }
    }

    private static X509Certificate read(byte... whole) throws GeneralSecurityException {
        CertificateFactory reader = CertificateFactory.getInstance("X.509");
        return (X509Certificate) reader.generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] critical(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.yes(), Der.octets(value));
    }

    private static byte[] extension(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.octets(value));
    }

    private static byte[] name(String common) {
        return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(common))));
    }

    /** A host as an alternative name. Skips one that is neither an address nor a name of letters, digits and hyphens: no URL can have it. */
    private static Stream<byte[]> alternative(String host) {
        try {
            return ADDRESS.matcher(host).matches()
                    ? Stream.of(Der.tagged(0x87, InetAddress.getByName(host).getAddress()))
                    : Stream.of(host)
                            .filter(NAME.asMatchPredicate())
                            .map(name -> Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII)));
        } catch (UnknownHostException e) {
            return Stream.empty();
        }
    }

    /** The identifier of a key (RFC 7093 §2). */
    private static byte[] id(PublicKey key) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
