package dev.sandbank;

import java.time.Duration;
import java.util.List;

/**
 * How a user proved to be that user, as ID tokens and JWT access tokens tell it (OpenID Connect Core 1.0 §2, RFC 9068 §2.2.1).
 *
 * <pre>{@code
 * bank.signIn(authorizationUri, "ada", Authentication.by("pwd", "otp").acr("urn:example:loa2").ago(Duration.ofHours(1)));
 * }</pre>
 *
 * @param acr the authentication context class; empty for what the client asks for, if it does
 * @param amr the authentication methods (RFC 8176), such as {@code pwd} and {@code otp}
 * @param ago how long ago, by the sandbox's clock, in whole seconds: {@code auth_time}
 * @param consent where the bank asks people at each sign-in what they consent to, the ids of what the user picks; empty for all
 *     that there is to pick
 */
public record Authentication(String acr, List<String> amr, Duration ago, List<String> consent) {

    /** @throws IllegalArgumentException if the time is negative, or a method is empty or has a blank in it */
    public Authentication {
        amr = List.copyOf(amr);
        consent = List.copyOf(consent);
        if (ago.isNegative()) {
            throw new IllegalArgumentException("nobody signs in in the future: " + ago);
        }
        if (amr.stream().anyMatch(method -> method.isEmpty() || method.contains(" "))) {
            throw new IllegalArgumentException("authentication methods have no blanks in them: " + amr);
        }
    }

    /** By these methods, just now, and in no context class in particular. */
    public static Authentication by(String... methods) {
        return new Authentication("", List.of(methods), Duration.ZERO, List.of());
    }

    /** The same in this context class. */
    public Authentication acr(String contextClass) {
        return new Authentication(contextClass, amr, ago, consent);
    }

    /** The same, so long ago. */
    public Authentication ago(Duration time) {
        return new Authentication(acr, amr, time, consent);
    }

    /** The same, and of all that the bank asks about the user consents to these. */
    public Authentication consent(String... ids) {
        return new Authentication(acr, amr, ago, List.of(ids));
    }
}
