package dev.sandbank.internal.model.oauth;

import java.util.List;

/** The supported signature algorithms (RFC 7518 §3, RFC 8037): asymmetric ones only, the default first. */
public final class SigningAlgorithms {

    public static final List<String> ALL =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    private SigningAlgorithms() {}
}
