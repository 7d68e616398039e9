package dev.sandbank.internal.journal;

import dev.sandbank.internal.text.UrlEncoded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides by its decoded name whether the value of a parameter, member or part is secret: at the token server every
 * value is, unless its name is known to be harmless; elsewhere only if its name says so.
 *
 * @param atTokenServer whether it is for the token server
 * @param declared the names that the grants of the token server declare, and whether each is secret
 */
record Secrecy(boolean atTokenServer, Map<String, Boolean> declared) {

    static final Secrecy ELSEWHERE = new Secrecy(false, Map.of());

    /**
     * Harmless names in other requests and replies of a token server (RFC 6749, RFC 7662, RFC 8414, OpenID Connect).
     */
    private static final Set<String> HARMLESS = Set.of(
            ("grant_type client_id scope redirect_uri response_type response_mode prompt display max_age ui_locales acr_values"
                            + " code_challenge_method client_assertion_type token_type_hint post_logout_redirect_uri action"
                            + " error error_description error_uri audience resource active iss aud sub exp iat nbf acr amr"
                            + " auth_time issuer jwks_uri keys kty kid use alg crv")
                    .split(" "));

    private static final int LONGEST_NAME = 100;
    private static final Pattern STEP = Pattern.compile("[\\[\\]]+");

    /** The endings of secret names, in lower case, with only letters and digits. */
    private static final List<String> ENDS = List.of(
            ("token secret password passwd pwd passphrase passcode assertion verifier credential apikey privatekey"
                            + " authorization cookie csrf jwt signature dpop sessionid tokenhint")
                    .split(" "));

    private static final Set<String> SHORT_NAMES = Set.of("pin", "otp", "tan", "sid", "session");

    private boolean hides(String name) {
        return atTokenServer
                ? declared.getOrDefault(name, !isHarmless(name))
                : declared.containsKey(name) || looksSecret(name);
    }

    private static boolean isHarmless(String name) {
        return HARMLESS.contains(name) || name.endsWith("_endpoint") || name.endsWith("_supported");
    }

    /** Whether to hide a member's value; it is hidden if the member has no name or the name cannot be decoded. */
    boolean hidesMember(String name) {
        return !isPlain(name) || hides(name);
    }

    /**
     * Does the same for a parameter of a query or form, where {@code code} is an authorization code, and {@code
     * card[pin]} a PIN.
     */
    boolean hidesParameter(String escaped) {
        try {
            String name = UrlEncoded.decode(escaped);
            return hidesMember(name)
                    || name.equalsIgnoreCase("code")
                    || Stream.of(STEP.split(name)).anyMatch(Secrecy::looksSecret);
        } catch (IllegalArgumentException garbled) {
            return true;
        }
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().allMatch(at -> Character.isLetterOrDigit(at) || "_.-~!*'()@$/[], ".indexOf(at) >= 0);
    }

    static boolean looksSecret(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.chars().filter(Character::isLetterOrDigit).forEach(at -> letters.append((char) Character.toLowerCase(at)));
        boolean many = letters.length() > 0 && letters.charAt(letters.length() - 1) == 's';
        String one = many ? letters.substring(0, letters.length() - 1) : letters.toString();
        return SHORT_NAMES.contains(one) || ENDS.stream().anyMatch(one::endsWith);
    }
}
