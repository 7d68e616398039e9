package dev.sandbank.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A fixture of the example bank, of any size: accounts and transactions are spread evenly. */
record World(int users, int accounts, int transactions) {

    private static final String HEAD = """
            bank: dev/sandbank/fixtures/examples/musterbank
            clock: "2031-03-03T09:00:00Z"
            clients:
              - id: app
                secret: app-secret
                scopes: [ais]
                grants: [client_credentials, authorization_code]
                redirectUris: ["http://127.0.0.1/callback"]
            """;

    Path write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            writeAllButTransactions(out);
            out.write("transactions:\n");
            for (int i = 0; i < transactions; i++) {
                out.write(
                        ("  - {id: t%d, account: a%d, status: booked, bookingDate: \"2031-02-%02d\", amount: \"-1.00\","
                                        + " currency: EUR}\n")
                                .formatted(i, i % accounts, 1 + i % 28));
            }
        }
        return file;
    }

    /** The same, but the transactions are told by a rule and on the first account. */
    Path writeWithRule(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            writeAllButTransactions(out);
            out.write(
                    "repeat:\n  - {list: transactions, count: %d, from: 1757-05-19, every: P1D, entry: {id: \"t${n}\", account: a0,"
                            .formatted(transactions));
            out.write(" status: booked, bookingDate: \"${at}\", amount: \"-1.00\", currency: EUR}}\n");
        }
        return file;
    }

    private void writeAllButTransactions(BufferedWriter out) throws IOException {
        out.write(HEAD);
        out.write("users:\n");
        for (int i = 0; i < users; i++) {
            out.write("  - {id: u%d, username: u%d, password: pw}\n".formatted(i, i));
        }
        out.write("accounts:\n");
        for (int i = 0; i < accounts; i++) {
            out.write("  - {id: a%d, iban: DE%020d, ownerName: Somebody, balance: \"10.00\"}\n".formatted(i, i));
        }
        out.write("entitlements:\n");
        for (int i = 0; i < accounts; i++) {
            out.write("  - {user: u%d, account: a%d, allow: [pay]}\n".formatted(i % users, i));
        }
        out.write("consents:\n");
        for (int i = 0; i < users; i++) {
            String two = "[a%d, a%d]".formatted(i, i + users);
            out.write(("  - {id: c%d, psu: u%d, access: {accounts: %s, transactions: %s}, recurringIndicator: true,"
                            + " validUntil: \"2031-12-31\", frequencyPerDay: 4, consentStatus: valid}\n")
                    .formatted(i, i, two, two));
        }
    }
}
