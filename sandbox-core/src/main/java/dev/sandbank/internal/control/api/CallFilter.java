package dev.sandbank.internal.control.api;

import dev.sandbank.Exchange;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.control.Names;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Which calls somebody asks for.
 *
 * @param operation only of this operation or endpoint, if there is one
 * @param client only by this client
 * @param user only for this user
 * @param refusal only refused for this reason
 * @param test only of this test
 * @param status only with this status
 * @param since only with a greater number
 * @param limit at most so many: the latest ones, or the first ones since a number
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
     * Operations and reasons are known beforehand, so one that is misspelt is told at once and never just found nowhere.
     *
     * @throws ProblemException if it makes no sense
     */
    static CallFilter of(Query query, Names names) {
        require(query.find("operation"), Kind.OPERATION, names);
        require(query.find("refusal"), Kind.REFUSAL, names);
        long limit = query.number("limit").orElse(USUAL_LIMIT);
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest("limit is from 1 to " + MOST);
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

    /** A subject is told as {@code user ada}, or {@code user:individual ada} where the bank has several types. */
    private static boolean isUser(String id, String subject) {
        int space = subject.indexOf(' ');
        return subject.matches("(?s)user(:\\S+)? .*")
                && subject.substring(space + 1).equals(id);
    }

    /** Those that fit, oldest first. */
    List<Exchange> among(List<Exchange> kept) {
        List<Exchange> fitting = kept.stream().filter(this::fits).toList();
        int size = (int) Math.min(limit, fitting.size());
        return since.isPresent() ? fitting.subList(0, size) : fitting.subList(fitting.size() - size, fitting.size());
    }

    /** Since which number to ask for those that come after. */
    long last(List<Exchange> kept, List<Exchange> found) {
        List<Exchange> seen = since.isPresent() && found.size() == limit ? found : kept;
        return seen.isEmpty() ? 0 : seen.get(seen.size() - 1).number();
    }

    /** What may be misspelt: a call can name a client that there is not, so that alone is no mistake. */
    List<String> doubts(Names names) {
        return Stream.of(
                        client.flatMap(id -> names.doubt(Kind.CLIENT, id)),
                        user.flatMap(id -> names.doubt(Kind.USER, id)))
                .flatMap(Optional::stream)
                .toList();
    }
}
