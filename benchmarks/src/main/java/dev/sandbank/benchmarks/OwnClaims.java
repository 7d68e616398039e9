package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What 30 claims of one's own cost a JWT access token: the CPU time of issuing one, beside one without any, by RS256 and by ES256, whose
 * signature costs less; a third of the claims each are texts, templates and objects. Bar: 1.3 by RS256, the default.
 */
public final class OwnClaims {

    private static final int WARM_UPS = 1_000;
    private static final int ROUNDS = 1_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final String WORLD = """
            extends: apiture
            clients:
              - {id: plain-rs, secret: s3cret-plain, accessTokenFormat: jwt, grants: [client_credentials], scopes: [banking/read]}
              - {id: rich-rs, secret: s3cret-rich, accessTokenFormat: jwt, grants: [client_credentials], scopes: [banking/read], claims: {%1$s}}
              - {id: plain-es, secret: s3cret-plain, accessTokenFormat: jwt, accessTokenAlg: ES256, grants: [client_credentials], scopes: [banking/read]}
              - {id: rich-es, secret: s3cret-rich, accessTokenFormat: jwt, accessTokenAlg: ES256, grants: [client_credentials], scopes: [banking/read], claims: {%1$s}}
            users:
              - {id: plain, username: plain, password: plain}
              - {id: rich, username: rich, password: rich, claims: {%2$s}}
            """;

    private OwnClaims() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        String world = WORLD.formatted(claims("c", 15), claims("u", 15));
        out.printf("%-8s %14s %14s %8s%n", "by", "none, ms", "30 claims, ms", "ratio");
        for (String algorithm : new String[] {"rs", "es"}) {
            try (Sandbank bank = Sandbank.builder().fixtureText(world).start()) {
                measure(out, bank, algorithm);
            }
        }
    }

    private static String claims(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix
                        + i
                        + switch (i % 3) {
                            case 0 -> ": a text of some length";
                            case 1 -> ": \"${client} for ${subject.username}\"";
                            default -> ": {authority: iso6523, ids: [\"0192:991825827\", \"0088:7300010000001\"]}";
                        })
                .collect(Collectors.joining(", "));
    }

    private static void measure(PrintStream out, Sandbank bank, String algorithm) {
        Timings plain = new Timings(ROUNDS);
        Timings rich = new Timings(ROUNDS);
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            long none = issue(bank, "plain-" + algorithm, "plain");
            long all = issue(bank, "rich-" + algorithm, "rich");
            if (round >= 0) {
                plain.add(none);
                rich.add(all);
            }
        }
        out.printf(
                "%-8s %14.3f %14.3f %8.2f%n", algorithm, plain.median(), rich.median(), rich.median() / plain.median());
    }

    private static long issue(Sandbank bank, String client, String user) {
        long before = THREADS.getCurrentThreadCpuTime();
        bank.tokens().forUser(client, user);
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
