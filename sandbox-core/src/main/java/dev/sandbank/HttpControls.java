package dev.sandbank;

import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.control.api.Access;
import dev.sandbank.internal.control.api.ControlSite;
import dev.sandbank.internal.http.Port;
import dev.sandbank.internal.http.RequestHandler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Who can control a sandbox over HTTP.
 *
 * @param wanted whether anybody can
 * @param token the token that callers must send, or null if every program on this machine may
 * @param console whether there is a page for browsers
 */
record HttpControls(boolean wanted, @Nullable String token, boolean console) {

    static final HttpControls ON_THIS_MACHINE = new HttpControls(true, null, true);

    /** The syntax of a bearer token (RFC 6750 §2.1). */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9\\-._~+/]{1,512}=*");

    HttpControls {
        if (token != null && !BEARER.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "a control token must be 1 to 512 letters, digits and -._~+/, with = only at its end");
        }
    }

    /**
     * Puts the control API in front of the site, if it is wanted.
     *
     * @param publicNames the names by which others may know the sandbox
     * @param tls the TLS context of further sandboxes, or null for plain HTTP
     */
    RequestHandler before(
            RequestHandler site, BankControl bank, String host, Set<String> publicNames, @Nullable SSLContext tls) {
        boolean loopback = isLoopback(host);
        boolean served = wanted && (loopback || token != null);
        if (!served) {
            return site;
        }
        Access access = new Access(loopback, names(host, publicNames), token, console);
        return ControlSite.ofServer(site, bank, access, (port, further) -> Port.open(host, port, further, tls));
    }

    /** Everybody can use a proxy that is not on this machine, so the control API takes its name only with a token. */
    private Set<String> names(String host, Set<String> publicNames) {
        Set<String> names = new HashSet<>(Set.of(name(host)));
        if (token != null) {
            publicNames.forEach(known -> names.add(name(known)));
        }
        return names;
    }

    /** The name as the field {@code Host} spells it. */
    private static String name(String host) {
        boolean bare = host.contains(":") && !host.startsWith("[");
        return (bare ? "[" + host + "]" : host).toLowerCase(Locale.ROOT);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
