package dev.sandbank.internal.replay;

import dev.sandbank.Change;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.model.oauth.UserStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the changes of a test again, as far as the journal tells them: it does not keep the new values of entries. */
final class RepeatedChanges {

    private static final Pattern IN_ENVIRONMENT = Pattern.compile("(.*) \\(/([^()/]+)\\)", Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile(",? +");

    /** What needs no repetition: the clock stands where each call found it, secrets are others anyway, faults count with their calls. */
    private static final Pattern NEEDLESS = Pattern.compile(
            "the clock .*|.* has a new (?:password|secret)|new signing keys .*|(?:all faults are|fault \\d+ is) .*",
            Pattern.DOTALL);

    /** More than the journal keeps of a change. */
    private static final int TOO_LONG = 1200;

    private static final String UNKNOWN = "the journal does not have all of it";
    private static final Pattern ENDED = Pattern.compile("token (\\S+) is (revoked|expired)");

    private final BankControl bank;
    private final RecordedTokens tokens;
    private final List<Kind> kinds = List.of(
            new Kind(
                    "user (.+) is signed out everywhere",
                    (at, told) -> at.user(told.group(1)).signOut()),
            new Kind(
                    "user (.+) no longer holds (.+) on (\\S+)",
                    (at, told) -> at.user(told.group(1)).withdraw(told.group(3), words(told.group(2)))),
            new Kind(
                    "user (.+) holds (.+) on (\\S+)",
                    (at, told) -> at.user(told.group(1)).entitle(told.group(3), words(told.group(2)))),
            new Kind("user (.+) is (\\S+)", (at, told) -> at.user(told.group(1)).become(new UserStatus(told.group(2)))),
            new Kind(
                    "client (.+) may be granted nothing",
                    (at, told) -> at.client(told.group(1)).setScopes()),
            new Kind(
                    "client (.+) may be granted (.+)",
                    (at, told) -> at.client(told.group(1)).setScopes(words(told.group(2)))),
            new Kind(
                    "client (.+) is disabled",
                    (at, told) -> at.client(told.group(1)).disable()),
            new Kind(
                    "client (.+) is enabled",
                    (at, told) -> at.client(told.group(1)).enable()),
            new Kind(
                    "([\\w-]+) ([^:]+) is removed",
                    (at, told) -> at.resource(told.group(1), told.group(2)).remove()));

    /** A kind of change, and how to make it. */
    private record Kind(Pattern words, BiConsumer<EnvironmentControl, Matcher> make) {

        Kind(String words, BiConsumer<EnvironmentControl, Matcher> make) {
            this(Pattern.compile(words), make);
        }
    }

    RepeatedChanges(BankControl bank, RecordedTokens tokens) {
        this.bank = bank;
        this.tokens = tokens;
    }

    /** Makes a change; returns why it cannot be made. */
    Optional<String> make(Change change) {
        if (change.what().length() > TOO_LONG) {
            return Optional.of(UNKNOWN);
        }
        Matcher inside = IN_ENVIRONMENT.matcher(change.what());
        String what = inside.matches() ? inside.group(1) : change.what();
        EnvironmentControl at = bank.environment(inside.matches() ? inside.group(2) : "");
        return isMade(what, at) ? Optional.empty() : Optional.of(UNKNOWN);
    }

    private boolean isMade(String what, EnvironmentControl at) {
        if (NEEDLESS.matcher(what).matches() || Beginnings.isOne(what) || tokens.isIssued(what, at)) {
            return true;
        }
        Matcher ended = ENDED.matcher(what);
        if (ended.matches()) {
            tokens.end(ended.group(1), ended.group(2).equals("revoked"), at.tokens());
            return true;
        }
        for (Kind kind : kinds) {
            Matcher told = kind.words().matcher(what);
            if (told.matches()) {
                kind.make().accept(at, told);
                return true;
            }
        }
        return false;
    }

    private static String[] words(String listed) {
        return LIST.split(listed);
    }
}
