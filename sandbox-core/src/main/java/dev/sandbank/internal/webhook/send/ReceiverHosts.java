package dev.sandbank.internal.webhook.send;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says to which URLs a sandbox may post: to this machine, and to hosts that were allowed by name.
 *
 * <p>An address must be written in its usual form, because programs disagree about others: {@code 0177.0.0.1} is this
 * machine for some, and another one for others. No name but {@code localhost} and those allowed is looked up.
 */
public final class ReceiverHosts {

    /** The hosts of a sandbox that may post to this machine only. */
    public static final ReceiverHosts LOOPBACK = new ReceiverHosts(Set.of());

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("127\\." + BYTE + "\\." + BYTE + "\\." + BYTE);
    private static final Pattern IPV6 = Pattern.compile("\\[(::1|(0{1,4}:){7}0{0,3}1)]");
    private static final Pattern HOST =
            Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9]([-A-Za-z0-9.]{0,251}[A-Za-z0-9])?");

    private final Set<String> allowed;

    private ReceiverHosts(Set<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * Allows further hosts, by name or address.
     *
     * @throws IllegalArgumentException if one is not a host; the message says what was expected
     */
    public static ReceiverHosts and(Collection<String> hosts) {
        return new ReceiverHosts(require(hosts).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Returns hosts that can be allowed.
     *
     * @throws IllegalArgumentException if one is not a host; the message says what was expected
     */
    public static Collection<String> require(Collection<String> hosts) {
        hosts.stream().filter(host -> !HOST.matcher(host).matches()).findFirst().ifPresent(host -> {
            throw new IllegalArgumentException(
                    "a host to deliver to must be a name or an address without scheme and port, such as"
                            + " receiver.test or [2001:db8::1], not " + host);
        });
        return hosts;
    }

    /** Returns the hosts of a sandbox: this machine, and those that are allowed besides. */
    public static ReceiverHosts of(Collection<String> hosts) {
        return hosts.isEmpty() ? LOOPBACK : and(hosts);
    }

    /** Whether a URL leads to a host that was allowed by name. */
    public boolean isNamed(URI url) {
        return url.getHost() != null && allowed.contains(url.getHost().toLowerCase(Locale.ROOT));
    }

    /** Returns why a sandbox must not post to a URL; empty if it may. */
    public Optional<String> refusal(URI url) {
        String scheme = url.getScheme();
        String host = url.getHost();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            return Optional.of("it is not an http or https URL");
        }
        if (host == null) {
            return Optional.of("its host is neither a name nor an address in the usual form");
        }
        if (url.getUserInfo() != null) {
            return Optional.of("it has a user name");
        }
        if (url.getPort() > 65_535 || url.getPort() == 0) {
            return Optional.of("it has no possible port");
        }
        return isAllowed(host.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of("it does not lead to this machine, and its host was not allowed");
    }

    private boolean isAllowed(String host) {
        return IPV4.matcher(host).matches()
                || IPV6.matcher(host).matches()
                || (host.equals("localhost") && isLoopback(addresses(host)))
                || allowed.contains(host);
    }

    private static boolean isLoopback(InetAddress @Nullable [] addresses) {
        return addresses != null && Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress);
    }

    private static InetAddress @Nullable [] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            return null;
        }
    }
}
