package dev.sandbank.internal.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small bank that nobody thought of: its operations, resources and rules are drawn by lot, the same for the same seed. */
final class RandomDialect {

    private static final String HEAD = """
            dialect: lot
            title: Lot
            api: {base: /api, challenge: {scheme: Bearer, realm: lot}}
            issuer:
              path: /idp
              discovery: [/idp/metadata]
              endpoints: {token: /idp/token, jwks: /idp/keys}
              grants: [client_credentials]
              authMethods: [client_secret_basic]
            tokens: {reply: [access_token, token_type, expires_in, scope], realm: lot}
            scopes: {read: Read, write: Write, act: Act for users}
            impersonation: {header: For, pattern: "user (?<id>[a-z]+)", form: "user {id}", scope: act}
            entitlements: {account: {collection: accounts, permissions: [view, pay]}}
            collections:
              accounts: {visible: linked, defaults: {currency: EUR}}
              notes: {visible: owned, owner: owner}
              things: {visible: all}
              empty: {visible: all}
            envelope: {contentType: application/json, body: {}, code: /code}
            refusals:
              default: {body: {code: "${reason}"}}
              first: {status: 409, body: {code: first}}
              second: {status: 422, body: {code: second}}
            """;
    private static final String FIXTURE = """
            bank: dialect.yaml
            clock: "2031-03-03T09:00:00Z"
            clients:
              - {id: app, secret: app-secret-1, scopes: [read, write, act]}
              - {id: bound, secret: bound-secret-1, scopes: [read, write], user: bob}
              - {id: other, secret: other-secret-1, scopes: [read]}
            users: [{id: ann, limit: "50.00"}, {id: bob, limit: "5.00"}, {id: eve, status: blocked}]
            accounts:
              - {id: a-1, balance: "100.00", state: open, kind: ann}
              - {id: a-2, balance: "0.00", state: closed, kind: bob}
            notes: [{id: "101", owner: ann, size: 3, tags: [red]}, {id: "102", owner: bob, size: 30, tags: []}]
            things: [{id: "7", maker: ann, client: app}, {id: "8", maker: bob, client: bound}]
            entitlements:
              - {user: ann, account: a-1, allow: [view, pay]}
              - {user: bob, account: a-2, allow: [view]}
            """;
    private static final List<String> ACCOUNT = List.of(
            "must: {fact: account.state, is: open}",
            "must: {fact: account.allows.pay, is: true}",
            "must: {fact: account.balance, from: \"1.00\"}",
            "must: {fact: account.balance, to: \"${subject.limit}\"}",
            "must: {fact: account.currency, oneOf: [EUR, USD]}",
            "must: {fact: account.nickname, present: false}",
            "must: {fact: account.kind, isNot: carl}");
    private static final List<String> NOTE = List.of(
            "must: {fact: note.size, to: 9}",
            "must: {fact: note.tags, contains: red}",
            "must: {fact: note.owner, is: \"${subject}\"}");
    private static final List<String> BODY = List.of(
            "must: {fact: body.amount, from: 1}",
            "must: {fact: body.thing, isNot: 99}",
            "when: [{fact: body.amount, from: 5}], must: {fact: subject.limit, from: \"10.00\"}");

    private final Random lot;

    RandomDialect(long seed) {
        this.lot = new Random(seed);
    }

    /** Writes dialect and fixture; returns the fixture. */
    Path write(Path folder) throws IOException {
        String operations = IntStream.range(0, 4).mapToObj(this::operation).collect(Collectors.joining());
        Files.writeString(folder.resolve("dialect.yaml"), HEAD + "operations:\n" + operations);
        return Files.writeString(folder.resolve("fixture.yaml"), FIXTURE);
    }

    private String operation(int number) {
        boolean takesContent = lot.nextBoolean();
        List<String> resources = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        String path = "/o" + number;
        List<String> parameters = new ArrayList<>();
        if (lot.nextBoolean()) {
            resources.add("in: subject, collection: users, as: me");
        }
        if (lot.nextBoolean()) {
            path += "/accounts/{account}";
            parameters.add("{name: account, in: path, schema: {type: string, maxLength: 9}}");
            resources.add("in: path, name: account, collection: accounts, as: account"
                    + some(", permission: " + of(List.of("view", "pay"))) + some(", where: {state: open}"));
            rules.addAll(few(ACCOUNT));
        }
        if (lot.nextBoolean()) {
            parameters.add("{name: note, in: query, required: " + lot.nextBoolean() + ", schema: {type: integer}}");
            resources.add(
                    "in: query, name: note, collection: notes, as: note" + some(", where: {owner: \"${subject}\"}"));
            rules.addAll(few(NOTE));
        }
        if (lot.nextInt(4) == 0) {
            parameters.add("{name: none, in: query, schema: {type: string}}");
            resources.add("in: query, name: none, collection: empty, as: none");
        }
        if (takesContent) {
            resources.add("in: body, name: /thing, collection: things, as: thing"
                    + some(", where: {" + of(List.of("client: \"${client}\"", "maker: \"${subject}\"")) + "}"));
            rules.addAll(few(BODY));
        }
        String method = of(takesContent ? List.of("POST", "PUT") : List.of("GET", "DELETE", "POST"));
        return """
              - id: op%d
                method: %s
                path: %s
                scopes: [%s]
                parameters: [%s]
                resources: [%s]
                rules: [%s]
            %s    work: {%s}
                reply: {%s}
            """.formatted(
                        number,
                        method,
                        path,
                        of(List.of("read", "write", "read, write", "")),
                        String.join(", ", parameters),
                        braced(resources, ""),
                        braced(rules, ", refuse: " + of(List.of("first", "second"))),
                        takesContent ? content() : "",
                        method.equals("GET")
                                ? "list: {collection: things}"
                                : "create: {collection: things, members: {maker: \"${subject}\"}}",
                        method.equals("GET") ? "body: \"${items}\"" : "status: 201");
    }

    private static String content() {
        return """
                body:
                  mediaTypes: [application/json]
                  required: true
                  schema: {type: object, required: [thing], additionalProperties: false, properties: {thing: {type: integer}, amount: {type: number}}}
                  example: {thing: 7, amount: 2}
            """;
    }

    private List<String> few(List<String> all) {
        return all.stream().filter(one -> lot.nextInt(3) == 0).toList();
    }

    private String some(String text) {
        return lot.nextInt(3) == 0 ? text : "";
    }

    private String of(List<String> all) {
        return all.get(lot.nextInt(all.size()));
    }

    private static String braced(List<String> all, String end) {
        return all.stream().map(one -> "{" + one + end + "}").collect(Collectors.joining(", "));
    }
}
