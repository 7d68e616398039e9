package dev.sandbank.internal.explain;

import dev.sandbank.internal.bank.BankDefinition;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.text.TextPattern;
import java.util.List;
import java.util.stream.Stream;

/** Writes the value that names a user in a bank's grammar. */
public final class ImpersonationHeader {

    /**
     * The forms to try in addition to the dialect's; if none fits, the first is sent, and the bank reports the error.
     */
    private static final List<String> FORMS = List.of("user %s", "%s", "user:%s", "user=%s", "user/%s", "user;%s");

    private static final String BLANK = "{id}";

    private ImpersonationHeader() {}

    /** Returns the value that names the user of a caller's calls; empty if there is none. */
    public static String of(Caller caller, BankDefinition bank) {
        return caller.way() == Caller.Way.NAMED ? value(bank, caller.id()) : "";
    }

    /** Returns the value that names a user; empty at a bank whose calls name nobody. */
    public static String value(BankDefinition bank, String user) {
        Dialect.Impersonation rule = bank.dialect().impersonation();
        return rule == null ? "" : value(rule, bank.acting().orElseThrow(), user);
    }

    static String value(Dialect.Impersonation rule, TextPattern grammar, String user) {
        Stream<String> told =
                rule.form().contains(BLANK) ? Stream.of(rule.form().replace(BLANK, user)) : Stream.of();
        return Stream.concat(told, FORMS.stream().map(form -> form.formatted(user)))
                .filter(value -> names(grammar, value, user))
                .findFirst()
                .orElse(FORMS.get(0).formatted(user));
    }

    /** Whether a value names a user in a bank's grammar. */
    public static boolean names(TextPattern grammar, String value, String user) {
        return grammar.groups(value).map(read -> user.equals(read.get("id"))).orElse(false);
    }
}
