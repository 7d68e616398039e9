package dev.sandbank.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.security.KeyPair;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateAuthorityTest {

    private static final Instant NOW = Instant.parse("2031-03-03T09:00:00Z");
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private final KeyPair server = CertificateAuthority.newKeys();

    @Test
    void signsForNamesAndAddresses() throws Exception {
        X509Certificate signed =
                signed(NOW, "localhost", "bank.example.test", "127.0.0.1", "::1", "bänk.example", "256.1", "::g");

        assertThat(signed.getSubjectAlternativeNames())
                .extracting(name -> name.get(0), name -> name.get(1))
                .containsExactly(
                        tuple(DNS, "localhost"),
                        tuple(DNS, "bank.example.test"),
                        tuple(ADDRESS, "127.0.0.1"),
                        tuple(ADDRESS, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void signsForAServerAndNothingElse() throws Exception {
        X509Certificate signed = signed(NOW, "localhost");

        assertThat(signed.getVersion()).isEqualTo(3);
        assertThat(signed.getBasicConstraints()).isNegative();
        assertThat(signed.getKeyUsage()).containsExactly(true, false, false, false, false, false, false, false, false);
        assertThat(signed.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(signed.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
    }

    @Test
    void mayItselfSignServersAlone() {
        X509Certificate own = new CertificateAuthority(NOW).own();

        assertThat(own.getBasicConstraints()).isZero();
        assertThat(own.getKeyUsage()).containsExactly(false, false, false, false, false, true, false, false, false);
        assertThat(own.getIssuerX500Principal()).isEqualTo(own.getSubjectX500Principal());
    }

    @Test
    void isAnotherEachTime() {
        X509Certificate one = new CertificateAuthority(NOW).own();
        X509Certificate other = new CertificateAuthority(NOW).own();

        assertThat(one.getPublicKey()).isNotEqualTo(other.getPublicKey());
        assertThat(one.getSerialNumber()).isPositive().isNotEqualTo(other.getSerialNumber());
        assertThat(one.getSubjectX500Principal()).isNotEqualTo(other.getSubjectX500Principal());
    }

    /** Years have four digits from 2050 on. */
    @ParameterizedTest
    @ValueSource(strings = {"2031-03-03T09:00:00Z", "2049-06-01T00:00:00Z", "2051-01-01T00:00:00.5Z"})
    void isValidFromTheDayBeforeForAYear(String moment) throws Exception {
        Instant now = Instant.parse(moment);
        X509Certificate signed = signed(now, "localhost");

        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        assertThat(signed.getNotBefore().toInstant()).isEqualTo(second.minus(Duration.ofDays(1)));
        assertThat(signed.getNotAfter().toInstant()).isEqualTo(second.plus(Duration.ofDays(365)));
    }

    private X509Certificate signed(Instant now, String... hosts) throws Exception {
        CertificateAuthority authority = new CertificateAuthority(now);
        X509Certificate signed = authority.forServer(server.getPublic(), List.of(hosts));
        PKIXParameters trust = new PKIXParameters(Set.of(new TrustAnchor(authority.own(), null)));
        trust.setRevocationEnabled(false);
        trust.setDate(Date.from(now));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(signed)), trust);
        return signed;
    }
}
