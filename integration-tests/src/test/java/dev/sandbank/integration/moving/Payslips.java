package dev.sandbank.integration.moving;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Set;

/** An API that verifies access tokens by itself, and goes by the roles in them: it stands for your own code. */
final class Payslips {

    private static final int PATIENCE = 60_000;

    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

    Payslips(URI issuer, URI keys) throws MalformedURLException {
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256,
                JWKSourceBuilder.create(keys.toURL(), new DefaultResourceRetriever(PATIENCE, PATIENCE))
                        .build()));
        JWTClaimsSet expected =
                new JWTClaimsSet.Builder().issuer(issuer.toString()).build();
        tokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>("payroll", expected, Set.of("exp", "sub")));
    }

    /** The status that the API would answer with. */
    int read(String token) {
        try {
            List<String> roles = tokens.process(token, null).getStringListClaim("roles");
            return roles != null && roles.contains("clerk") ? 200 : 403;
        } catch (ParseException | BadJOSEException bad) {
            return 401;
        } catch (JOSEException noKeys) {
            throw new IllegalStateException(noKeys);
        }
    }
}
