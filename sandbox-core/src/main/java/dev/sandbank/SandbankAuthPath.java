package dev.sandbank;

import dev.sandbank.internal.denial.AuthPath;
import dev.sandbank.internal.denial.AuthPaths;
import dev.sandbank.internal.explain.ChoiceException;
import java.util.List;

/**
 * One way of a blocked user to one operation: how a client comes by a token to call it for that user, and what the bank
 * answers at the end of the way.
 *
 * <p>What it tells comes from the fixture and from a dry run, in which the bank itself answers. A block that leaves an operation alone changes nothing
 * about it: then the answer is that which the same call has without the block.
 */
public final class SandbankAuthPath {

    private final AuthPath path;

    SandbankAuthPath(AuthPath path) {
        this.path = path;
    }

    /** What a catalogue has, which is closed then. */
    static List<SandbankAuthPath> all(AuthPaths paths, String user) {
        try (paths) {
            return paths.of(user).stream().map(SandbankAuthPath::new).toList();
        } catch (ChoiceException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    /** The user, who is blocked on the way. */
    public String user() {
        return path.flow().user();
    }

    /**
     * How the client comes by its token: {@code client credentials}, {@code client credentials, naming the user}, {@code
     * signing in}, {@code a refresh token from before} or {@code a token from before}.
     */
    public String grant() {
        return path.flow().way().words();
    }

    /** The client that calls. */
    public String client() {
        return path.flow().client();
    }

    /** The operation at the end of the way. */
    public String operation() {
        return path.flow().call().operation().id();
    }

    /** Where the way ends: at {@code sign-in}, at {@code token}, the token endpoint, or with the {@code call} itself. */
    public String stop() {
        return path.flow().endsAt();
    }

    /** Whether the call is allowed though the user is blocked. */
    public boolean allowed() {
        return path.allowed();
    }

    /** The reason of the refusal, one of {@link Refusals} or a bank's own; empty if the call is allowed. */
    public String reason() {
        return path.answer().reason();
    }

    /** The HTTP status of the answer. */
    public int status() {
        return path.answer().status();
    }

    /** The bank's own code, out of the body of a refusal; empty if there is none. */
    public String code() {
        return path.answer().code();
    }

    /**
     * Goes the way in a fresh sandbox, in which the user is blocked at the right moment, up to the last request.
     *
     * @return that request, which is not made yet; its token is empty where the way ends before the call
     */
    public ArrangedDenial arrange(Sandbank bank) {
        return new ArrangedDenial(path.flow().arrange(bank.bank()), bank.baseUrl());
    }

    /** How, to what, and what is answered. */
    @Override
    public String toString() {
        String answer = allowed() ? "allowed" : reason();
        String where = stop().equals("call") ? "" : " at " + stop();
        return operation() + " by " + grant() + " through " + client() + " -> " + status() + " " + answer + where;
    }
}
