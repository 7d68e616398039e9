package dev.sandbank.uphold;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;

/** A bank whose clock stands, with rates and accounts that have changed over time. */
final class PortfolioScene {

    static final String INES = "1f7d2c34-5a6b-4c8d-9e0f-a1b2c3d4e5f6";
    static final String SHOP = "2a8e3d45-6b7c-4d9e-8f10-b2c3d4e5f6a7";
    static final String BLOCKED = "3b9f4e56-7c8d-4eaf-9021-c3d4e5f6a7b8";
    static final String NEWCOMER = "4cab5f67-8d9e-4fb0-a132-d4e5f6a7b8c9";

    static final String SPENDING = "5dbc6a78-9eaf-40c1-b243-e5f6a7b8c9da";
    static final String SAVINGS = "6ecd7b89-afb0-41d2-8354-f6a7b8c9daeb";
    static final String BITCOIN = "7fde8c9a-b0c1-42e3-9465-a7b8c9daebfc";
    static final String OF_THE_SHOP = "80ef9dab-c1d2-43f4-a576-b8c9daebfc0d";

    static final String FIXTURE = """
            bank: uphold
            clock: 2031-03-03T09:00:00Z
            settings: {externalSettlementDelay: PT1M, accessTokenLifetime: P1D}
            clients:
              - id: viewer
                secret: viewer-8Lq2
                scopes:
                  - core.users:act-on-behalf-of
                  - core.portfolio:read
                  - core.statements:read
                  - core.transactions:create
                  - core.transactions:read
              - {id: actor, secret: actor-3Mw9, scopes: ["core.users:act-on-behalf-of", "core.transactions:read"]}
            users:
              - {id: %1$s, type: individual, email: ines@example.test, primaryCitizenship: PT, address: {country: PT}, createdAt: 2031-01-10T00:00:00Z}
              - {id: %2$s, type: business, email: shop@example.test, createdAt: 2031-01-10T00:00:00Z}
              - {id: %3$s, type: individual, status: blocked, email: b@example.test, primaryCitizenship: PT, address: {country: PT}}
              - {id: %4$s, type: individual, email: n@example.test, primaryCitizenship: PT, address: {country: PT}}
            assets: [{id: EUR}, {id: USD}, {id: BTC}, {id: XLM}]
            rates:
              EUR-USD: "1.10"
              BTC-USD:
                mid: "60000"
                history:
                  - {at: 2031-01-01T00:00:00Z, mid: "40000"}
                  - {at: 2031-02-01T00:00:00Z, mid: "50000"}
                  - {at: 2031-03-03T08:30:00Z, mid: "58000"}
            accounts:
              - {id: %5$s, owner: %1$s, label: Spending, asset: EUR, balance: "240.00", available: "230.00", createdAt: 2031-01-10T00:00:00Z}
              - {id: %6$s, owner: %1$s, label: Savings, asset: EUR, balance: "100.00"}
              - {id: %7$s, owner: %1$s, label: Bitcoin, asset: BTC, balance: "0.5", createdAt: 2031-01-10T00:00:00Z}
              - {id: %8$s, owner: %2$s, label: Till, asset: EUR, balance: "10.00"}
            transactions:
              - id: 91f0aebc-d2e3-4405-b687-c9daebfc0d1e
                owner: %1$s
                origin: {asset: EUR, amount: "100.00", rate: "1000", node: {type: account, id: %5$s, ownerId: %1$s}}
                destination: {asset: BTC, amount: "0.1", rate: "0.001", node: {type: account, id: %7$s, ownerId: %1$s}}
                denomination: {asset: EUR, amount: "100.00", rate: "1", target: origin}
                status: completed
                createdAt: 2031-02-10T12:00:00Z
                completedAt: 2031-02-10T12:00:01Z
            """.formatted(INES, SHOP, BLOCKED, NEWCOMER, SPENDING, SAVINGS, BITCOIN, OF_THE_SHOP);

    private PortfolioScene() {}

    static Sandbank start() {
        return start("");
    }

    /** @param more further members of the fixture */
    static Sandbank start(String more) {
        return Sandbank.builder().fixtureText(FIXTURE + more).start();
    }

    static Answer look(Sandbank bank, String user, String target) {
        return as(bank, user, HttpCall.get(bank, target)).send();
    }

    static HttpCall as(Sandbank bank, String user, HttpCall call) {
        return new Payer(bank, user, "viewer").as(call);
    }
}
