package dev.sandbank.internal.control.api;

import dev.sandbank.Exchange;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.control.Names;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The calls that a request asks for.
 *
 * @param operation only calls of this operation or endpoint
 * @param client only calls by this client
 * @param user only calls for this user
 * @param refusal only calls that were refused for this reason
 * @param test only calls of this test
 * @param status only calls with this status
 * @param since only calls with a greater number
 * @param limit the most calls to return: the latest ones or, with {@code since}, the first ones after it
 */
record CallFilter(
        Optional<String> operation,
        Optional<String> client,
        Optional<String> user,
        Optional<String> refusal,
        Optional<String> test,
        OptionalLong status,
        OptionalLong since,
        long limit) {

    private static final long USUAL_LIMIT = 100;
    private static final long MOST = 1000;

    static List<String> parameters() {
        return List.of("operation", "client", "user", "refusal", "test", "status", "since", "limit");
    }

    /**
     * Reads a filter. Operations and reasons are known beforehand, so it refuses misspelt ones instead of finding no call.
     *
     * @throws ProblemException if the query is not valid
     */
    static CallFilter of(Query query, Names names) {
        require(query.find("operation"), Kind.OPERATION, names);
        require(query.find("refusal"), Kind.DENIAL_REASON, names);
        long limit = query.number("limit").orElse(USUAL_LIMIT);
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest("limit must be from 1 to " + MOST);
        }
        return new CallFilter(
                query.find("operation"),
                query.find("client"),
                query.find("user"),
                query.find("refusal"),
                query.find("test"),
                query.number("status"),
                query.number("since"),
                limit);
    }

    private static void require(Optional<String> name, Kind kind, Names names) {
        name.flatMap(given -> names.doubt(kind, given)).ifPresent(doubt -> {
            throw ProblemException.badRequest(SafeEcho.sentence(doubt));
        });
    }

    /** The same calls, but only with a greater number than this one. */
    CallFilter since(long number) {
        return new CallFilter(operation, client, user, refusal, test, status, OptionalLong.of(number), limit);
    }

    boolean fits(Exchange call) {
        return call.number() > since.orElse(0)
                && is(operation, call.decision().operation())
                && is(client, call.decision().client())
                && user.map(id -> isUser(id, call.decision().subject())).orElse(true)
                && refusal.map(call.decision()::refusedFor).orElse(true)
                && test.map(call.tests()::contains).orElse(true)
                && status.orElse(call.status()) == call.status();
    }

    private static boolean is(Optional<String> wanted, String found) {
        return wanted.map(found::equals).orElse(true);
    }

    /** Whether a subject is this user: it is {@code user ada}, or {@code user:individual ada} if the bank has several types. */
    private static boolean isUser(String id, String subject) {
        int space = subject.indexOf(' ');
        return subject.matches("(?s)user(:\\S+)? .*")
                && subject.substring(space + 1).equals(id);
    }

    /** The calls that fit, oldest first. */
    List<Exchange> among(List<Exchange> kept) {
        List<Exchange> fitting = kept.stream().filter(this::fits).toList();
        int size = (int) Math.min(limit, fitting.size());
        return since.isPresent() ? fitting.subList(0, size) : fitting.subList(fitting.size() - size, fitting.size());
    }

    /** The number to send as {@code since} to get the calls that follow. */
    long last(List<Exchange> kept, List<Exchange> found) {
        List<Exchange> seen = since.isPresent() && found.size() == limit ? found : kept;
        return seen.isEmpty() ? 0 : seen.get(seen.size() - 1).number();
    }

    /** Names that may be misspelt. They are no error, because a call can name a client that does not exist. */
    List<String> doubts(Names names) {
        return Stream.of(
                        client.flatMap(id -> names.doubt(Kind.CLIENT, id)),
                        user.flatMap(id -> names.doubt(Kind.USER, id)))
                .flatMap(Optional::stream)
                .toList();
    }
}
