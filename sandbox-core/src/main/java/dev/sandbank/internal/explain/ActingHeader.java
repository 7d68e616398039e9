package dev.sandbank.internal.explain;

import dev.sandbank.internal.dialect.Dialect;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names a user as a bank's grammar wants it. */
public final class ActingHeader {

    /** What is tried besides the form that the dialect tells; where none fits, the first is sent, and the bank says what is wrong with it. */
    private static final List<String> FORMS = List.of("user %s", "%s", "user:%s", "user=%s", "user/%s", "user;%s");

    private static final String BLANK = "{id}";

    private ActingHeader() {}

    public static String value(Dialect.ActingFor rule, String user) {
        Pattern grammar = Pattern.compile(rule.pattern());
        Stream<String> told =
                rule.form().contains(BLANK) ? Stream.of(rule.form().replace(BLANK, user)) : Stream.of();
        return Stream.concat(told, FORMS.stream().map(form -> form.formatted(user)))
                .filter(value -> names(grammar.matcher(value), user))
                .findFirst()
                .orElse(FORMS.get(0).formatted(user));
    }

    private static boolean names(Matcher read, String user) {
        return read.matches() && user.equals(read.group("id"));
    }
}
