package dev.sandbank.internal.input;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.EmailFormat;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.IdnEmailFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of e-mail, those at domains that are kept for tests and documents (RFC 2606 §2) or for internal use among them: the
 * library knows only domains that the public has.
 *
 * @param known the library's format
 */
record EmailAddresses(Format known) implements Format {

    private static final Pattern RESERVED = Pattern.compile("(?i)\\.(test|example|invalid|localhost|internal)$");

    static List<EmailAddresses> all() {
        return List.of(new EmailAddresses(new EmailFormat()), new EmailAddresses(new IdnEmailFormat()));
    }

    @Override
    public String getName() {
        return known.getName();
    }

    @Override
    public boolean matches(ExecutionContext context, String text) {
        Matcher reserved = RESERVED.matcher(text);
        return known.matches(context, reserved.find() ? text.substring(0, reserved.start()) + ".com" : text);
    }
}
