package dev.sandbank.internal.model.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code: bound to a sign-in, a redirect URI and a challenge, good for one redemption.
 *
 * @param signIn the sign-in it stands for
 * @param redirectUri the URI that it was sent to
 * @param challenge the PKCE challenge, or null
 * @param challengeMethod {@code S256} or {@code plain}, or null
 * @param expiresAt when it expires
 * @param spent whether it was redeemed
 */
public record Code(
        SignIn signIn,
        String redirectUri,
        @Nullable String challenge,
        @Nullable String challengeMethod,
        Instant expiresAt,
        boolean spent) {}
