package dev.sandbank.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.model.operation.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates that ask who calls, how often, and with which scopes. */
class CallerGatesTest {

    @Test
    void knowTheOperationOfTheRoute() {
        Verdict<Call> verdict = new FollowRoute().examine(Calls.to(Calls.needing()));

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.saw()).isEqualTo("things");
    }

    @Test
    void refuseARouteThatLeadsNowhere() {
        assertThat(new FollowRoute().examine(Calls.to(new Route.Unknown(), List.of(), List.of())))
                .isEqualTo(Verdict.refuse(new Refusal.RouteUnknown()));
        assertThat(new FollowRoute().examine(Calls.to(new Route.WrongMethod(Set.of("PUT")), List.of(), List.of())))
                .isEqualTo(Verdict.refuse(new Refusal.MethodNotAllowed(Set.of("PUT"))));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "59001, 60"})
    void tellTheWaitInWholeSecondsToAClientThatCallsTooOften(long millis, long seconds) {
        Call call = Calls.to(Calls.needing()).with(Calls.ofClient("app"));
        Verdict<Call> verdict = new LimitRequests(client -> Optional.of(Duration.ofMillis(millis))).examine(call);

        assertThat(verdict.saw()).isEqualTo("Client app has called too often; it may call again in " + seconds + " s");
        assertThat(Calls.refusal(verdict)).isInstanceOfSatisfying(Refusal.RuleBroken.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("too-many-requests");
            assertThat(refusal.facts()).isEqualTo(Map.of("retry-after", seconds));
        });
    }

    @Test
    void letAClientPassWithinItsLimit() {
        Call call = Calls.to(Calls.needing()).with(Calls.ofClient("app"));

        assertThat(new LimitRequests(client -> Optional.empty()).examine(call).saw())
                .isEqualTo("client app is within its limit");
    }

    @Test
    void countNoCallsOfNobody() {
        Call call = Calls.to(Calls.needing()).with(Calls.ofClient(""));
        Verdict<Call> verdict = new LimitRequests(client -> Optional.of(Duration.ofDays(1))).examine(call);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.saw()).isEqualTo("no client whose calls are counted");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''         |            |            | ''         | no scope needed
            read       |            |            | ''         | no scope needed
            read       | read       |            | ''         | holds read
            read       | more       |            | ''         | implies more
            write      |            | read write | ''         | holds write
            read       |            | more       | ''         | implies more
            read write | read       | write      | ''         | holds read write
            b          |            |            | a,b        | holds b
            b a        |            |            | a,b        | holds a
            """)
    void nameTheScopesThatAreEnough(String held, String all, String any, String ways, String saw) {
        Verdict<Call> verdict = scopes(held, all, any, ways);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.saw()).isEqualTo(saw);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            write      | read       |            | ''  | needs read, token holds write
            read       | read write |            | ''  | needs read write, token holds more read
            ''         | read       | write      | ''  | needs read, token holds no scope
            other      |            | write      | ''  | needs write, token holds other
            other      |            | read write | ''  | needs one of read write, token holds other
            other      |            |            | a,b | needs a, token holds other
            other      | read       |            | a,b | needs a read, token holds other
            """)
    void nameTheScopesThatAreMissing(String held, String all, String any, String ways, String saw) {
        Verdict<Call> verdict = scopes(held, all, any, ways);

        assertThat(Calls.refusal(verdict)).isInstanceOf(Refusal.ScopeMissing.class);
        assertThat(verdict.saw()).isEqualTo(saw);
    }

    /** Examines scopes at a bank where "read" implies "more". */
    private static Verdict<Call> scopes(String held, String all, String any, String ways) {
        UnaryOperator<Scopes> more = own -> own.contains("read") ? Scopes.parse(own + " more") : own;
        List<Scopes> alternatives = ways.isEmpty()
                ? List.of()
                : Stream.of(ways.split(",", -1)).map(Scopes::parse).toList();
        Call call = Calls.to(Calls.needing(words(all))).with(Calls.ofClient("app", words(held)), alternatives);
        return new RequireScope(more, found -> List.of(words(any))).examine(call);
    }

    private static String[] words(String text) {
        return text == null || text.isEmpty() ? new String[0] : text.split(" ", -1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                         | business   | false | true
            user                       | business   | false | true
            user:business              | business   | false | true
            user:individual            | business   | false | false
            user:individual            | business   | true  | true
            client                     | business   | true  | false
            client,user:business       | business   | false | true
            """)
    void serveTheSubjectsThatAnOperationNames(String accepted, String type, boolean stopped, boolean served) {
        String[] kinds = accepted.isEmpty() ? new String[0] : accepted.split(",", -1);
        Subject subject = Subject.user(new User("ann", type, UserStatus.ACTIVE));
        Verdict<Call> verdict = new FitSubject(call -> stopped)
                .examine(Calls.to(Calls.serving(kinds)).impersonation(subject));

        assertThat(verdict.saw())
                .isEqualTo(
                        served
                                ? "serves user:business"
                                : new Refusal.SubjectNotAllowed(subject, List.of(kinds)).detail());
        assertThat(verdict.passed()).isEqualTo(served);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stopAUserWhoseStateForbidsTheCall(boolean forbids) {
        Call call = Calls.to(Calls.needing()).impersonation(Subject.user(Calls.BLOCKED));
        Optional<String> phrase = forbids ? Optional.of("shut-out") : Optional.empty();
        Verdict<Call> verdict = new RefuseBlocked(refused -> phrase).examine(call);

        if (forbids) {
            assertThat(verdict).isEqualTo(Verdict.refuse(new Refusal.SubjectBlocked("shut-out", call.subject())));
        } else {
            assertThat(verdict.saw()).isEqualTo("blocked, which does not stop GET");
            assertThat(verdict.passed()).isTrue();
        }
    }

    @Test
    void doNotAskForTheStateOfAnActiveUser() {
        Call call = Calls.to(Calls.needing()).impersonation(Subject.user(Calls.ANN));

        assertThat(new RefuseBlocked(refused -> Optional.of("shut-out"))
                        .examine(call)
                        .saw())
                .isEqualTo("not blocked");
    }

    @Test
    void actForTheClientIfTheTokenIsOfNoUser() {
        Verdict<Call> verdict = new ActAsTokenUser(id -> Optional.empty())
                .examine(Calls.to(Calls.needing()).with(Calls.ofClient("app")));

        assertThat(Calls.passed(verdict).subject()).isEqualTo(Subject.client("app"));
        assertThat(verdict.saw()).isEqualTo("client app");
    }

    @Test
    void actForNobodyIfNoCredentialIsNeeded() {
        Verdict<Call> verdict = new ActAsTokenUser(id -> Optional.empty())
                .examine(Calls.to(Calls.needing()).with(Calls.ofClient("")));

        assertThat(Calls.passed(verdict).subject()).isEqualTo(Subject.nobody());
    }
}
