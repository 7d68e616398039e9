package dev.sandbank.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What one sandbox shows to clients of https, and what they need to trust it alone.
 *
 * @param server has its key
 * @param client trusts it, and nothing else
 * @param pem the certificate to trust
 */
public record ServerIdentity(SSLContext server, SSLContext client, String pem) {

    private static final int LINE = 64;

    /**
     * A new one.
     *
     * @param hosts the names and addresses by which clients know the server
     * @param now the time of the clients
     */
    public static ServerIdentity of(Collection<String> hosts, Instant now) {
        CertificateAuthority authority = new CertificateAuthority(now);
        KeyPair keys = CertificateAuthority.newKeys();
        X509Certificate trusted = authority.own();
        Certificate[] chain = {authority.forServer(keys.getPublic(), hosts), trusted};
        try {
            return new ServerIdentity(showing(keys, chain), trusting(trusted), pem(trusted));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JDK cannot hold a key for TLS", e);
        }
    }

    /**
     * Trusts what {@link #pem()} told, and nothing else.
     *
     * @throws GeneralSecurityException if that is no certificate
     */
    public static SSLContext trusting(byte[] pem) throws GeneralSecurityException, IOException {
        CertificateFactory reader = CertificateFactory.getInstance("X.509");
        return trusting((X509Certificate) reader.generateCertificate(new ByteArrayInputStream(pem)));
    }

    private static SSLContext showing(KeyPair keys, Certificate... chain) throws GeneralSecurityException, IOException {
        char[] noPassword = {};
        KeyStore store = store();
        store.setKeyEntry("sandbank", keys.getPrivate(), noPassword, chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, noPassword);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /**
     * What trusts a certificate alone.
     *
     * @param pem the certificate
     */
    public static SSLContext trusting(String pem) {
        try {
            byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
            return trusting((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("this is no certificate", e);
        }
    }

    private static SSLContext trusting(X509Certificate trusted) throws GeneralSecurityException, IOException {
        KeyStore store = store();
        store.setCertificateEntry("sandbank", trusted);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** Never leaves the memory; the usual PKCS #12 takes a tenth of a second to hide a key there. */
    private static KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    /** By RFC 7468 §5. */
    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
        String content = Base64.getMimeEncoder(LINE, lineEnd).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + content + "\n-----END CERTIFICATE-----\n";
    }
}
