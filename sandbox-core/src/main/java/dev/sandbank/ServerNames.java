package dev.sandbank;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.site.PublicHosts;
import dev.sandbank.internal.tls.ServerIdentity;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of a sandbox's server.
 *
 * @param host the address at which it listens
 * @param https whether it speaks https
 * @param publicUrl the URL by which callers know it, or null if that is its own
 * @param publicHosts further names by which callers know it
 */
record ServerNames(String host, boolean https, @Nullable PublicUrl publicUrl, List<String> publicHosts) {

    private static final String LOOPBACK = "127.0.0.1";

    /** A URL that callers can use: an address that stands for the whole machine is replaced by loopback. */
    URI baseUrl(int number) {
        String address = switch (host) {
            case "0.0.0.0" -> LOOPBACK;
            case "::", "0:0:0:0:0:0:0:0" -> "::1";
            default -> host;
        };
        String name = address.contains(":") ? "[" + address + "]" : address;
        return URI.create((https ? "https://" : "http://") + name + ":" + number);
    }

    /** The names by which callers know it, besides its own. */
    Set<String> known() {
        Set<String> names = new LinkedHashSet<>();
        if (publicUrl != null) {
            names.add(publicUrl.host());
        }
        publicHosts.forEach(name -> names.add(PublicHosts.bare(name)));
        return names;
    }

    /** Its certificate, valid by the system's clock, which clients follow. */
    ServerIdentity identity(Bank bank) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", LOOPBACK, "::1", host));
        known().forEach(name -> names.add(name.replaceAll("[\\[\\]]", "")));
        return ServerIdentity.of(names, bank.clock().ofSystem());
    }
}
