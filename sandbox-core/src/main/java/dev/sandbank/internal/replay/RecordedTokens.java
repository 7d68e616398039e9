package dev.sandbank.internal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Decision;
import dev.sandbank.DenialReason;
import dev.sandbank.Exchange;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.control.TokenControl;
import dev.sandbank.internal.text.BoundedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tokens of now that stand for those of the bundle, of which only four characters are known, client, user and scopes. */
final class RecordedTokens {

    private static final Pattern ISSUED =
            Pattern.compile("token (\\S+) is issued to client (.+?)(?: for user (.+?))?: ([^,]*)(,.*)?");
    private static final Pattern WHOSE = Pattern.compile("token of client (.+?)(?: for user (.+))?");
    private static final Pattern SPACE = Pattern.compile(" +");

    private static final String UNKNOWN = "unknown-token";

    private final List<Known> known = new ArrayList<>();

    private record Known(
            String mark, String client, @Nullable String user, String token) {

        boolean fits(String wantedMark, String wantedClient, @Nullable String wantedUser) {
            return mark.equals(wantedMark)
                    && (wantedClient.isEmpty() || client.equals(wantedClient))
                    && (wantedUser == null || wantedUser.equals(user));
        }
    }

    /** Issues a token as a control did; whether the change was that. */
    boolean isIssued(String what, EnvironmentControl at) {
        Matcher issued = ISSUED.matcher(what);
        if (!issued.matches()) {
            return false;
        }
        List<String> scopes = issued.group(4).isBlank()
                ? List.of()
                : List.of(SPACE.split(issued.group(4).strip()));
        String token = at.tokens().issue(issued.group(2), issued.group(3), scopes, null);
        known.add(new Known(issued.group(1), issued.group(2), issued.group(3), token));
        return true;
    }

    /** Ends the token of this mark, unless several begin alike, as signed tokens do. */
    void end(String mark, boolean revoked, TokenControl tokens) {
        if (isUnique(mark)) {
            latest(mark, "", null).ifPresent(one -> {
                if (revoked) {
                    tokens.revoke(one.token());
                } else {
                    tokens.expire(one.token());
                }
            });
        }
    }

    private boolean isUnique(String mark) {
        return known.stream().filter(each -> each.mark().equals(mark)).count() == 1;
    }

    /** Remembers the token that a repeated call to the token server got. */
    void got(Exchange was, String reply) {
        BoundedJson.find(reply)
                .map(told -> told.path("access_token"))
                .filter(JsonNode::isTextual)
                .ifPresent(token -> known.add(
                        new Known(mark(was.replyBody()), was.decision().client(), userOf(was), token.textValue())));
    }

    /** Issues what a call to the token server got that cannot be sent again. */
    void issueLike(Exchange was, EnvironmentControl at) {
        if (!mark(was.replyBody()).isEmpty()) {
            String scopes = member(was.replyBody(), "scope");
            String token = at.tokens()
                    .issue(
                            was.decision().client(),
                            userOf(was),
                            scopes.isBlank() ? List.of() : List.of(SPACE.split(scopes)),
                            null);
            known.add(new Known(mark(was.replyBody()), was.decision().client(), userOf(was), token));
        }
    }

    private static String mark(String reply) {
        return member(reply, "access_token");
    }

    private static String member(String reply, String name) {
        return BoundedJson.find(reply).map(told -> told.path(name).asText()).orElse("");
    }

    private static @Nullable String userOf(Exchange call) {
        String subject = call.decision().subject().replaceFirst("^user ", "");
        String user = subject.isEmpty() ? saw(call.decision(), "user") : subject;
        return user.isEmpty() || user.contains(" ") ? null : user;
    }

    private static String saw(Decision decision, String gate) {
        return decision.gates().stream()
                .filter(each -> each.name().equals(gate))
                .map(Decision.Gate::saw)
                .findFirst()
                .orElse("");
    }

    /** Returns a token with which a call can be made again as it was. */
    String of(Exchange call, String mark, EnvironmentControl at) {
        Decision decision = call.decision();
        Matcher whose = WHOSE.matcher(saw(decision, "token"));
        String user = whose.matches() ? whose.group(2) : null;
        boolean ended = decision.refusal().equals(DenialReason.TOKEN_EXPIRED)
                || decision.refusal().equals(DenialReason.TOKEN_REVOKED);
        Optional<Known> one = ended && !isUnique(mark) ? Optional.empty() : latest(mark, decision.client(), user);
        return one.map(Known::token).orElseGet(() -> decision.client().isEmpty() ? UNKNOWN : fresh(decision, user, at));
    }

    private Optional<Known> latest(String mark, String client, @Nullable String user) {
        return known.stream().filter(each -> each.fits(mark, client, user)).reduce((one, later) -> later);
    }

    private static String fresh(Decision decision, @Nullable String user, EnvironmentControl at) {
        boolean elsewhere = decision.refusal().equals(DenialReason.TOKEN_AUDIENCE);
        TokenControl tokens = elsewhere ? at.tokens().audience("another-api") : at.tokens();
        String token = tokens.issue(decision.client(), user, decision.held(), null);
        if (decision.refusal().equals(DenialReason.TOKEN_EXPIRED)) {
            tokens.expire(token);
        } else if (decision.refusal().equals(DenialReason.TOKEN_REVOKED)) {
            tokens.revoke(token);
        }
        return token;
    }
}
