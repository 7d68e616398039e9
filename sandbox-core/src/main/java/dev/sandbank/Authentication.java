package dev.sandbank;

import java.time.Duration;
import java.util.List;

/**
 * How a user signed in, as ID tokens and JWT access tokens say it (OpenID Connect Core 1.0 §2, RFC 9068 §2.2.1).
 *
 * <pre>{@code
 * bank.signIn(authorizationUri, "ada", Authentication.by("pwd", "otp").acr("urn:example:loa2").ago(Duration.ofHours(1)));
 * }</pre>
 *
 * @param acr the authentication context class; empty for the one that the client asks for, if any
 * @param amr the authentication methods (RFC 8176), such as {@code pwd} and {@code otp}
 * @param ago how long ago, by the sandbox's clock, in whole seconds: {@code auth_time}
 * @param consent the ids of what the user picks if the bank asks for consent at each sign-in; empty for everything
 */
@Stable
public record Authentication(String acr, List<String> amr, Duration ago, List<String> consent) {

    /** @throws IllegalArgumentException if the time is negative, or a method is empty or contains a blank */
    public Authentication {
        amr = List.copyOf(amr);
        consent = List.copyOf(consent);
        if (ago.isNegative()) {
            throw new IllegalArgumentException("a sign-in cannot be in the future: " + ago);
        }
        if (amr.stream().anyMatch(method -> method.isEmpty() || method.contains(" "))) {
            throw new IllegalArgumentException("authentication methods cannot be empty or contain blanks: " + amr);
        }
    }

    /** A sign-in by these methods, just now, in no particular context class. */
    public static Authentication by(String... methods) {
        return new Authentication("", List.of(methods), Duration.ZERO, List.of());
    }

    /** The same sign-in, in this context class. */
    public Authentication acr(String contextClass) {
        return new Authentication(contextClass, amr, ago, consent);
    }

    /** The same sign-in, this long ago. */
    public Authentication ago(Duration time) {
        return new Authentication(acr, amr, time, consent);
    }

    /** The same sign-in, in which the user consents only to these of the things that the bank asks about. */
    public Authentication consent(String... ids) {
        return new Authentication(acr, amr, ago, List.of(ids));
    }
}
