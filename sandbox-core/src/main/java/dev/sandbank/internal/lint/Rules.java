package dev.sandbank.internal.lint;

import dev.sandbank.Finding.Severity;
import java.util.List;

/** All rules. Their ids are stable; {@code docs/reference/lint.md} has a row for each. */
final class Rules {

    static final List<LintRule> ALL = List.of(
            new LintRule(
                    "token-per-call",
                    Severity.WARNING,
                    "Keep the token and use it again until shortly before expires_in is over.",
                    "RFC 6749 §5.1",
                    TokenPerCall::in),
            new LintRule(
                    "secret-in-query",
                    Severity.ERROR,
                    "Send secrets in the form or in the Authorization header, never in a URL.",
                    "RFC 6749 §2.3.1, RFC 6750 §5.3, RFC 9700 §4.3.2",
                    SecretInQuery::in),
            new LintRule(
                    "missing-state",
                    Severity.WARNING,
                    "Send a state that only this browser's session knows, and compare it in the answer; or use PKCE.",
                    "RFC 6749 §10.12, RFC 9700 §2.1",
                    AuthorizationRequests.WITHOUT_STATE),
            new LintRule(
                    "missing-nonce",
                    Severity.INFO,
                    "Send a nonce, and compare it with the claim of the ID token.",
                    "OpenID Connect Core §3.1.2.1, §15.5.2",
                    AuthorizationRequests.WITHOUT_NONCE),
            new LintRule(
                    "missing-pkce",
                    Severity.WARNING,
                    "Send a code_challenge with the method S256, and its code_verifier with the code.",
                    "RFC 7636 §4.3, RFC 9700 §2.1.1",
                    AuthorizationRequests.WITHOUT_CHALLENGE),
            new LintRule(
                    "code-reused",
                    Severity.ERROR,
                    "Redeem a code once; if the answer is lost, begin a new sign-in. A second use revokes the tokens.",
                    "RFC 6749 §4.1.2, RFC 9700 §4.5",
                    UsedTwice.CODE),
            new LintRule(
                    "retry-after-denial",
                    Severity.WARNING,
                    "Do not repeat a call that was refused for what it is: tell the user, or get other rights first.",
                    "RFC 9110 §15.5.4",
                    RetryAfterDenial::in),
            new LintRule(
                    "ignored-retry-after",
                    Severity.WARNING,
                    "Wait as long as Retry-After says before you repeat the call.",
                    "RFC 9110 §10.2.3, RFC 6585 §4",
                    IgnoredRetryAfter::in),
            new LintRule(
                    "refresh-race",
                    Severity.ERROR,
                    "Let one thread refresh while the others wait for its token, and keep the new refresh token at once.",
                    "RFC 6749 §6, RFC 9700 §4.14.2",
                    UsedTwice.REFRESH_TOKEN),
            new LintRule(
                    "token-to-wrong-issuer",
                    Severity.ERROR,
                    "Keep tokens and assertions apart by issuer and audience: whoever gets one that is not for him can use it.",
                    "RFC 9700 §2.3, §4.9, RFC 7523 §3",
                    WrongIssuer::in),
            new LintRule(
                    "expired-token-reused",
                    Severity.WARNING,
                    "Get a new token when one is refused as expired, before any further call.",
                    "RFC 6750 §3.1",
                    ExpiredTokens::reused),
            new LintRule(
                    "no-refresh-before-expiry",
                    Severity.INFO,
                    "Refresh shortly before expires_in is over, so that no call fails first.",
                    "RFC 6749 §5.1",
                    ExpiredTokens::unrefreshed),
            new LintRule(
                    "on-behalf-of-without-need",
                    Severity.INFO,
                    "Leave the user out where the bank does not ask for one: fewer calls then need the right to act for users.",
                    "RFC 9700 §2.3",
                    NeedlessUser::in),
            new LintRule(
                    "unbounded-page-size",
                    Severity.INFO,
                    "Say how many entries you want, and go on until there are no more.",
                    "RFC 8288 §3",
                    UnboundedPageSize::in),
            new LintRule(
                    "webhook-unverified",
                    Severity.ERROR,
                    "Check signature, timestamp and id of each delivery before you acknowledge it, and answer a bad one with a 4xx.",
                    "Standard Webhooks, Verifying signatures",
                    UnverifiedWebhooks::in));

    private Rules() {}
}
