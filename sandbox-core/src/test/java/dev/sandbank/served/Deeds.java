package dev.sandbank.served;

import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.SandbankResource;
import dev.sandbank.TokenFlaw;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tests do to sandboxes, each with what they see then: all that the public interfaces have. */
final class Deeds {

    private static final Map<String, Deed> ALL = new LinkedHashMap<>();

    /** Something that a test does, and what it sees then. */
    interface Deed {
        Object at(Sandbank bank) throws Exception;
    }

    static {
        deed(
                "tells its names",
                bank -> List.of(bank.bankName(), bank.name(), bank.environmentNames(), bank.toString()));
        deed("tells its URLs", bank -> List.of(bank.baseUrl(), bank.issuer(), bank.tokenUrl()));
        deed("tells URLs of operations", bank -> bank.url("getAccount", "a b/c"));
        deed("knows no URL of what is no operation", bank -> bank.url("getAcount"));
        deed("has environments", bank -> {
            var cat = bank.environment("cat");
            return List.of(
                    cat.name(),
                    cat.baseUrl(),
                    cat.issuer(),
                    cat.client("cat-app").scopes(),
                    cat.toString());
        });
        deed("knows no other environment", bank -> bank.environment("kat"));
        deed(
                "knows names",
                bank -> Stream.of(Kind.values()).map(bank.names()::all).toList());
        deed(
                "doubts names",
                bank -> List.of(
                        bank.names().doubt(Kind.CLIENT, "ada-bacth"),
                        bank.names().doubt(Kind.USER, "ada")));
        deed(
                "tells properties",
                bank -> List.copyOf(bank.properties("bank.", "ledger-reader").entrySet()));
        deed("tells properties of the first client", bank -> bank.properties("").toString());

        deed("knows coverage and unused grants", bank -> {
            Called.by(bank, bank.tokens().forClient("ledger-reader"));
            return List.of(bank.coverage(), bank.unusedGrants("ledger-reader"), bank.unusedGrants("bob"));
        });
        deed("knows no unused grants of strangers", bank -> bank.unusedGrants("boob"));

        deed("knows a user", bank -> bank.user("ada").status() + bank.user("ada"));
        deed("knows no other user", bank -> bank.user("adda"));
        deed("blocks a user", bank -> {
            bank.user("ada").block();
            return List.of(bank.user("ada").status(), whats(bank));
        });
        deed("blocks nobody twice", bank -> {
            bank.user("mallory").block();
            return "";
        });
        deed("lets a user become anything", bank -> {
            bank.user("ada").become("disabled");
            bank.user("ada").enable();
            bank.user("ada").setPassword("new");
            return whats(bank);
        });
        deed("knows no other state", bank -> {
            bank.user("ada").become("bloked");
            return "";
        });
        deed("changes entitlements", bank -> {
            bank.user("bob").entitle("acct-4f81c0", "view");
            bank.user("bob").withdraw("acct-4f81c0", "view");
            return bank.user("bob").permissions("acct-4f81c0");
        });
        deed("withdraws nothing that is not held", bank -> {
            bank.user("bob").withdraw("acct-4f81c0", "view");
            return "";
        });

        deed(
                "knows a client",
                bank -> List.of(
                        bank.client("ada-batch").secret(),
                        bank.client("ada-batch").boundUser(),
                        bank.client("ada-batch").scopes(),
                        bank.client("retired-app").isDisabled()));
        deed(
                "knows no secret of a public client",
                bank -> bank.client("mobile-app").secret());
        deed("changes clients", bank -> {
            bank.client("money-mover").setSecret("other");
            bank.client("money-mover").setScopes("banking/read");
            bank.client("money-mover").disable();
            return List.of(
                    bank.client("money-mover").secret(),
                    bank.client("money-mover").scopes(),
                    whats(bank));
        });
        deed("gives a public client no secret", bank -> {
            bank.client("mobile-app").setSecret("x");
            return "";
        });

        deed("reads entries", bank -> bank.account("acct-4f81c0").json());
        deed("reads a member", bank -> bank.account("acct-4f81c0").get("/product/label"));
        deed("reads no other member", bank -> bank.account("acct-4f81c0").get("balanse"));
        deed("knows no other entry", bank -> bank.account("acct-4f81c1"));
        deed("knows no other collection", bank -> bank.resources("acounts"));
        deed(
                "lists entries",
                bank -> bank.resources("accounts").stream()
                        .map(SandbankResource::id)
                        .toList());
        deed("changes an entry", bank -> {
            bank.account("acct-4f81c0").set("balance", "1.00");
            bank.account("acct-4f81c0").set(new TreeMap<>(Map.of("balance", "2.00")));
            return bank.account("acct-4f81c0").get("balance");
        });
        deed("refuses what no fixture could have", bank -> {
            bank.account("acct-4f81c0").set("balance", "much");
            return "";
        });
        deed("adds and removes an entry", bank -> {
            SandbankResource added = bank.add("users", "{id: grace, username: grace, password: hopper}");
            added.remove();
            return List.of(added.id(), added.collection(), added.toString(), whats(bank));
        });
        deed("adds nothing that no fixture could have", bank -> bank.add("users", "{id: grace, usernam: grace}"));

        deed("issues tokens", bank -> Called.by(bank, bank.tokens().forClient("ledger-reader", "banking/read")));
        deed("issues tokens for users", bank -> Called.by(bank, bank.tokens().forUser("mobile-app", "ada")));
        deed(
                "issues tokens of a sign-in",
                bank -> Called.by(
                        bank,
                        bank.tokens()
                                .forUser(
                                        "mobile-app",
                                        "ada",
                                        Authentication.by("otp").ago(Duration.ofMinutes(3)))));
        deed("issues no token to nobody", bank -> bank.tokens().forClient("ada-bacth"));
        deed("issues no token of another scope", bank -> bank.tokens().forClient("ledger-reader", "data/read"));
        deed("ends tokens", bank -> {
            String token = bank.tokens().forClient("ledger-reader");
            bank.tokens().expire(token);
            return Called.by(bank, token);
        });
        deed("tells claims", bank -> {
            bank.user("ada").claims(Map.of("roles", List.of("admin")));
            bank.client("mobile-app").claims(Map.of("tenant", "acme"));
            bank.tokens().claim("level", 3).forUser("mobile-app", "ada");
            return whats(bank);
        });
        deed("tells no reserved claims", bank -> {
            bank.user("ada").claims(Map.of("iss", "x"));
            return "";
        });
        deed("revokes no strange token", bank -> {
            bank.tokens().revoke("x");
            return "";
        });
        deed("knows flaws", bank -> List.of(bank.tokens().flaws(), bank.tokens().flaws("createTransfer")));
        deed("makes bad tokens", bank -> {
            var bad = bank.tokens().bad(TokenFlaw.EXPIRED, "ada-batch");
            Called.by(bank, bad.token());
            return List.of(
                    bad.flaw(),
                    bad.reason(),
                    bad.status(),
                    bad.code(),
                    bad.codeInBody(),
                    bad.toString(),
                    bad.differences(bank.journal().lastCall()));
        });
        deed("rotates keys", bank -> {
            bank.keys().prepare();
            bank.keys().rotateWithOverlap();
            bank.keys().rotateWithoutOverlap();
            bank.keys().rotateUnderTheSameKeyId();
            return whats(bank);
        });

        deed("moves the clock", bank -> {
            bank.clock().advance(Duration.ofHours(1));
            return List.of(bank.clock().now(), bank.clock().isFrozen());
        });
        deed("stops the clock", bank -> {
            bank.clock().followSystem();
            bank.clock().freezeAt(Instant.parse("2032-01-01T00:00:00Z"));
            return List.of(bank.clock().now(), whats(bank));
        });
        deed("leaves no clock beyond time", bank -> {
            bank.clock().advance(Duration.ofDays(4_000_000));
            return "";
        });

        deed("sets faults", bank -> {
            bank.faults().on("listAccounts").by("ada-batch").next(2).fail(503);
            bank.faults().anywhere().withProbability(0.5, 3).maybe().delay(Duration.ofMillis(1));
            bank.faults().on("token").fail("invalid_grant");
            bank.faults().by("ada-batch").replaceMember("/balance", Map.of("amount", List.of(1, true)));
            bank.faults().anywhere().removeHeader("ETag");
            return List.of(bank.faults().unmet(), bank.faults().count(), whats(bank));
        });
        deed("meets a fault", bank -> {
            bank.faults().on("listAccounts").next(1).fail(503);
            String token = bank.tokens().forClient("ada-batch");
            return List.of(
                    Called.by(bank, token),
                    Called.by(bank, token),
                    bank.faults().count());
        });
        deed("clears faults", bank -> {
            bank.faults().anywhere().fail(503);
            bank.faults().clear(1);
            bank.faults().anywhere().drop();
            bank.faults().clear();
            return List.of(bank.faults().count(), whats(bank));
        });
        deed("sets no fault that cannot be", bank -> {
            bank.faults().on("listAcounts").fail(503);
            return "";
        });
        deed("clears no fault that is none", bank -> {
            bank.faults().clear(7);
            return "";
        });

        deed(
                "lists denials",
                bank -> bank.denials("createTransfer").stream()
                        .map(Called::told)
                        .toList());
        deed(
                "lists denials of gates",
                bank -> bank.denials("getAccount", "scope", "blocked").toString());
        deed("lists no denials of what is no operation", bank -> bank.denials("getAcount"));
        deed(
                "brings denials about",
                bank -> bank.denials("getAccount").stream()
                        .limit(6)
                        .map(denial -> Called.as(bank, denial.arrange(bank)))
                        .toList());
        deed(
                "lists ways of a user",
                bank -> bank.authPaths("ada").stream().map(Called::told).toList());

        deed("goes back to its fixture", bank -> {
            bank.user("ada").block();
            bank.reset();
            return List.of(bank.user("ada").status(), whats(bank));
        });
        deed("goes back and keeps tokens", bank -> {
            String token = bank.tokens().forClient("ada-batch");
            bank.resetKeepingTokens();
            return List.of(Called.by(bank, token), whats(bank));
        });
        deed("is exported", bank -> {
            bank.account("acct-4f81c0").set("balance", "1.00");
            return bank.export();
        });
        deed("goes over to another fixture", bank -> {
            bank.loadFixture("extends: apiture\nusers: [{id: zoe, username: zoe, password: z}]");
            return bank.user("zoe").status();
        });
        deed("goes over to no bad fixture", bank -> {
            bank.loadFixture("extends: apiture\nusers: [{id: 7}]");
            return "";
        });
    }

    private Deeds() {}

    static Map<String, Deed> all() {
        return ALL;
    }

    private static void deed(String name, Deed deed) {
        ALL.put(name, deed);
    }

    private static List<String> whats(Sandbank bank) {
        return bank.journal().changes().stream()
                .map(change -> change.afterCall() + " " + change.what().replaceAll("token \\S+", "token …"))
                .toList();
    }
}
