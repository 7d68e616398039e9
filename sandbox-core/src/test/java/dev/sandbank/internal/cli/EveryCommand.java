package dev.sandbank.internal.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs all commands, and prints all that they print, but for what is another each time. */
final class EveryCommand {

    private static final String WORLD = """
            extends: %s
            clock: 2031-03-03T09:00:00Z
            """;

    private static final String BAD = """
            extends: uphold
            clients:
              - {id: I-app, secret: iiiiiiiii1, scopes: [INVALID.scope], limit: 12345}
            users: [{id: 17}]
            accounts:
              - {id: 7b0f2a52, balance: 1234567.89}
            """;

    private EveryCommand() {}

    /** In the locale of the process, and then in another. */
    public static void main(String[] folderAndLocale) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(printed(Path.of(folderAndLocale[0])));
        Locale.setDefault(Locale.forLanguageTag(folderAndLocale[1]));
        out.println(printed(Path.of(folderAndLocale[0])));
        System.exit(0);
    }

    static String printed(Path folder) throws Exception {
        String world = written(folder.resolve("world.yaml"), WORLD.formatted("uphold"));
        String other = written(folder.resolve("other.yaml"), WORLD.formatted("apiture"));
        String bad = written(folder.resolve("bad.yaml"), BAD);
        StringBuilder all = new StringBuilder();
        for (List<String> typed : List.of(
                List.of("--help"),
                List.of("serve", "--help"),
                List.of("serve", "--port", "123456"),
                List.of("serve", "--port", "I"),
                List.of("health", "http://127.0.0.1:1"),
                List.of("check", bad),
                List.of("explain", "core.get-account", "--fixture", world, "--client", "payouts"),
                List.of("explain", "core.get-account", "--fixture", world, "--client", "payouts", "--format", "json"),
                List.of("explain", "listTransactions", "--fixture", other, "--user", "bob"),
                List.of("matrix", "--fixture", world, "--operation", "core.get-account"),
                List.of("matrix", "--fixture", world, "--operation", "core.get-account", "--format", "html"))) {
            all.append(Ran.command(typed.toArray(String[]::new))).append('\n');
        }
        return all.append(served(world)).toString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID");
    }

    private static String written(Path file, String text) throws IOException {
        return Files.writeString(file, text).toString();
    }

    /** What is told of refused calls, and what comes back. */
    private static String served(String world) throws Exception {
        StringBuilder all = new StringBuilder();
        try (Serving serving = new Serving("--fixture", world)) {
            for (String path : List.of(
                    "/core/accounts",
                    "/core/accounts//",
                    "/oidc/.well-known/openid-configuration",
                    "/_sandbank/api/calls",
                    "/_sandbank/api/calls?limit=12345",
                    "/_sandbank/api/clock",
                    "/_sandbank/api/fixture")) {
                HttpResponse<String> reply = serving.send("GET", path);
                all.append(reply.statusCode()).append(reply.body()).append('\n');
            }
            all.append(serving.err().next()).append('\n').append(serving.err().next());
            return all.toString().replace(serving.baseUrl().getRawAuthority(), "HOST");
        }
    }
}
