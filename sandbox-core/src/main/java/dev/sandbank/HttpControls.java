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
 * @param token what they must send, or null if being on this machine is enough
 */
record HttpControls(boolean wanted, @Nullable String token) {

    static final HttpControls ON_THIS_MACHINE = new HttpControls(true, null);

    /** What RFC 6750 §2.1 lets a bearer be. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9\\-._~+/]{1,512}=*");

    HttpControls {
        if (token != null && !BEARER.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "a control token is 1 to 512 letters, digits and -._~+/, with = at its end alone");
        }
    }

    /**
     * The site with the control API in front of it, if there is to be one.
     *
     * @param publicNames by which others may know the sandbox
     * @param tls what further sandboxes speak, too, or null
     */
    RequestHandler before(
            RequestHandler site, BankControl bank, String host, Set<String> publicNames, @Nullable SSLContext tls) {
        boolean loopback = isLoopback(host);
        boolean served = wanted && (loopback || token != null);
        if (!served) {
            return site;
        }
        Access access = new Access(loopback, names(host, publicNames), token);
        return ControlSite.ofServer(site, bank, access, (port, further) -> Port.open(host, port, further, tls));
    }

    /** What stands in front and is not on this machine can be used by everybody, so its name takes a token. */
    private Set<String> names(String host, Set<String> publicNames) {
        Set<String> names = new HashSet<>(Set.of(name(host)));
        if (token != null) {
            publicNames.forEach(known -> names.add(name(known)));
        }
        return names;
    }

    /** As the field {@code Host} writes it. */
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
