package dev.sandbank.testing;

import dev.sandbank.testing.BuiltIn.Pair;

/** Who and what is in the built-in fixture {@code uphold}. */
public final class UpholdSeed {

    public static final Pair PAYOUTS = new Pair("payouts", "s3cr.et_~1");
    public static final Pair DESK = new Pair("desk", "desk-7Hq2mZ");
    public static final Pair NO_ACT = new Pair("no-act", "no-act-1Vw6nP");
    public static final Pair NO_SCOPES = new Pair("no-scopes", "no-scopes-2Ts7eW");
    public static final Pair RETIRED = new Pair("retired", "retired-0Pz8kU");
    public static final Pair DORA_ONLY = new Pair("dora-only", "dora-only-7Ef2vR");
    public static final Pair MALLORY_ONLY = new Pair("mallory-only", "mallory-only-9Ya1sD");
    /** Its id is a UUID, so that a header can name it. */
    public static final Pair UUID_CLIENT = new Pair("9d2f4c6a-1b7e-4d35-8a90-3e5c7f1b2d48", "uuid-client-6Nb4hQ");

    /** Single-user clients. */
    public static final String ADA_ONLY = "ada-only";

    public static final String HARBOUR_ONLY = "harbour-only";

    public static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";
    public static final String BRUNO = "b52e8d07-c41f-4936-8e2a-5f90d7a3c618";
    public static final String HARBOUR_COFFEE = "6a1d3f58-90c2-4e7b-b4a6-0d8e2c7f9135";
    public static final String NELL = "d1937be6-08a5-4c2d-9f74-6b3e0a85c1f9";
    /** Blocked: an individual and a business. */
    public static final String MALLORY = "e7b4a0c9-2d16-4f83-9c5e-71a8d0b36f24";

    public static final String QUAY_TRADERS = "84c6f2a1-7d3b-4e50-b9e8-2a4d61c09f73";
    public static final String DORA = "3f80c5d2-6e4b-4a19-a7d1-c92e5b08f647";
    public static final String UNKNOWN_USER = "11111111-2222-4333-8444-555555555555";

    public static final String ADAS_SPENDING = "7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c11";
    public static final String ADAS_EMPTY = "6dc9f142-e0b7-48a5-bf39-72a4508ce1d6";
    public static final String ADAS_SAVINGS = "2c81e6d4-3f90-4b5a-8d17-e04a9c62b7f5";
    public static final String ADAS_POUNDS = "16f3b8c5-d27a-4e09-a4c8-5b90e71d36f2";
    public static final String ADAS_DOLLARS = "4ed7a160-9c35-4f82-b6d9-27e8f04b5c13";
    public static final String ADAS_BITCOIN = "c7690e1d-4b83-4a2f-85f7-9d3e6b0c14a8";
    public static final String ADAS_ETHER = "e2d4c706-f18b-4593-9ac0-64b7d5e0f382";
    public static final String ADAS_RIPPLES = "09f6b3a8-71ce-4e24-8b5d-c3a2e94f0d67";
    public static final String ADAS_GIFTS = "b8035e9c-a4d2-4f61-90e7-1d6c8fb53a20";
    /** External accounts: a bank's, a card that takes 3-D Secure, a bank's that only takes, and a blocked card. */
    public static final String ADAS_BANK = "2d0f7c0e-93f1-4a52-8f0e-6a7f3d1c9b20";

    public static final String ADAS_CARD = "5e1b6b1a-7f0c-4d0e-9a53-0f4d7c2b8e31";
    public static final String ADAS_US_BANK = "97c4e2d0-6b8a-4f15-b3c7-1e90a5d82f46";
    public static final String ADAS_LOST_CARD = "c03d9a5b-42e7-4186-8f20-d6b17e94a3c5";
    public static final String BRUNOS_BANK = "48f1b6a7-0e3d-4c92-a5d8-7c2f60e9b134";
    /** Files: a photo that is uploaded, a statement that is not yet, and one of Bruno's. */
    public static final String ADAS_PHOTO = "3c5a7e19-d208-4b6f-91e4-a07c2f8b5d36";

    public static final String ADAS_STATEMENT = "e81f4b02-6a9d-4c73-8e50-19d7b3c6a2f4";
    public static final String BRUNOS_PHOTO = "5d90c3a7-42fe-4e18-b6a1-c8f07e2d9b53";
    /** A quote that does not expire: ten euros of Spending to Pounds. */
    public static final String ADAS_QUOTE = "5b0e7c94-1d62-4f3a-9c85-7e2a40d6b1f3";
    /** Transactions: on hold, completed and failed, and one of Bruno's. */
    public static final String ADAS_HELD = "a1c5e7f9-3b2d-4860-9e14-c8d07f6a5b32";

    /** What is asked about the one on hold. */
    public static final String ADAS_REQUEST = "6f0a2c1d-3b4e-4c5f-8a6b-7c8d9e0f1a2b";

    public static final String ADAS_TRADE = "d48b2f60-91ce-4a37-8f5d-0e6b7a2c1943";
    public static final String ADAS_FAILED = "7f92c0d3-58ab-4e61-b0c7-36d5e8f1a274";
    public static final String BRUNOS_DEPOSIT = "0b6d4e8a-c271-4f93-a5e0-9d18c73f2b65";
    public static final String BRUNOS_BITCOIN = "d5f28b06-1e74-4ac3-97b8-0c6a4e91f3d5";
    public static final String BRUNOS_CONTA = "31a7e5f0-c96b-4d82-8c14-f5e09d2b7a63";
    public static final String MALLORYS_DRAWER = "92b6d3e8-f047-4c15-8a9d-e5701b4fc26a";
    public static final String UNKNOWN_ACCOUNT = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    public static final String ACT = "core.users:act-on-behalf-of";

    private UpholdSeed() {}
}
