package dev.sandbank.internal.oidc.authorize;

import java.util.Map;

/** What the scopes of OpenID Connect mean (Core §5.4 and §11), in the words of the consent page. */
public final class ProtocolScopes {

    private static final Map<String, String> MEANINGS = Map.of(
            "openid", "Sign you in, and recognize you when you come back",
            "profile", "See your name, picture and other details of your profile",
            "email", "See your email address, and whether it is verified",
            "address", "See your postal address",
            "phone", "See your phone number, and whether it is verified",
            "offline_access", "Keep its access while you are not there");

    private ProtocolScopes() {}

    /** A scope's meaning, or an empty text for one that OpenID Connect does not know. */
    public static String meaning(String scope) {
        return MEANINGS.getOrDefault(scope, "");
    }
}
