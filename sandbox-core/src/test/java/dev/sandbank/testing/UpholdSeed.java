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
    public static final String BRUNOS_CONTA = "31a7e5f0-c96b-4d82-8c14-f5e09d2b7a63";
    public static final String MALLORYS_DRAWER = "92b6d3e8-f047-4c15-8a9d-e5701b4fc26a";
    public static final String UNKNOWN_ACCOUNT = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    public static final String ACT = "core.users:act-on-behalf-of";

    private UpholdSeed() {}
}
