package dev.sandbank.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The key and certificate of one sandbox for https, and what clients need to trust it and nothing else.
 *
 * @param server the server's TLS context, with its key
 * @param client a client's TLS context, which trusts only this sandbox
 * @param pem the certificate that clients must trust
 */
public record ServerIdentity(SSLContext server, SSLContext client, String pem) {

    private static final int LINE = 64;

    /**
     * Makes a new identity.
     *
     * @param hosts the names and addresses that clients use for the server
     * @param now the time of the clients
     */
    public static ServerIdentity of(Collection<String> hosts, Instant now) {
        CertificateAuthority authority = new CertificateAuthority(now);
        KeyPair keys = CertificateAuthority.newKeys();
        X509Certificate trusted = authority.own();
        Certificate[] chain = {authority.forServer(keys.getPublic(), hosts), trusted};
        try {
            return new ServerIdentity(showing(keys, chain), trusting(List.of(trusted)), pem(trusted));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JDK cannot hold a key for TLS", e);
        }
    }

    /**
     * A client's TLS context that trusts only these certificates, as {@link #pem()} of one or several sandboxes returns them.
     *
     * @throws IllegalArgumentException if the text has no certificate
     */
    public static SSLContext trusting(String pem) {
        try {
            byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
            Collection<? extends Certificate> told =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            if (told.isEmpty()) {
                throw new CertificateException("it is empty");
            }
            return trusting(told);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("there is no certificate in it", e);
        }
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

    private static SSLContext trusting(Collection<? extends Certificate> trusted)
            throws GeneralSecurityException, IOException {
        KeyStore store = store();
        for (Certificate each : trusted) {
            store.setCertificateEntry("sandbank-" + store.size(), each);
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** A key store in memory. It is not the usual PKCS #12, which takes a tenth of a second to encrypt a key. */
    private static KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    /** A certificate as PEM (RFC 7468 §5). */
    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
        String content = Base64.getMimeEncoder(LINE, lineEnd).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + content + "\n-----END CERTIFICATE-----\n";
    }
}
