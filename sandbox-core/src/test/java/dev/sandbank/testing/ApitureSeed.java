package dev.sandbank.testing;

import dev.sandbank.testing.BuiltIn.Pair;

/** Who and what is in the built-in fixture {@code apiture}. */
public final class ApitureSeed {

    /** The pair that the bank's own guide prints. */
    public static final Pair GUIDE = new Pair("c3793a03-1234-4179", "843f-6ad71454858b");

    public static final Pair LEDGER_READER = new Pair("ledger-reader", "ledger-reader-7Qm2xV");
    public static final Pair MONEY_MOVER = new Pair("money-mover", "money-mover-p4T9sK");
    public static final Pair BACK_OFFICE = new Pair("back-office", "back-office-W5r1dY");
    public static final Pair NO_SCOPES = new Pair("no-scopes", "no-scopes-h6J0uE");
    public static final Pair RETIRED = new Pair("retired-app", "retired-app-k2L8fA");
    public static final Pair WEB_PORTAL = new Pair("web-portal", "web-portal-6nD1vH");
    public static final Pair DORA_BATCH = new Pair("dora-batch", "dora-batch-0eU3cM");
    public static final Pair MALLORY_BATCH = new Pair("mallory-batch", "mallory-batch-5sP2zJ");
    public static final Pair CAT_SUITE = new Pair("cat-suite", "cat-suite-2bK7wQ");

    /** Clients of one customer each. */
    public static final String ADA_BATCH = "ada-batch";

    public static final String BOB_BATCH = "bob-batch";
    public static final String CAROL_BATCH = "carol-batch";
    public static final String NELL_BATCH = "nell-batch";

    public static final String ADA = "ada";
    public static final String BOB = "bob";
    public static final String MALLORY = "mallory";

    /** Ada owns it, Bob may pay in without seeing it, Carol's link allows nothing. */
    public static final String SAVER = "acct-4f81c0";

    public static final String RAINY_DAY = "acct-9b22d7";
    public static final String EVERYDAY = "acct-7d1a40";
    public static final String HOUSEHOLD = "acct-2e90b6";
    public static final String CERTIFICATE = "acct-58fc13";
    public static final String OPERATING = "acct-b7725e";
    public static final String TAX_RESERVE = "acct-d94c08";
    /** No user is linked to it. */
    public static final String NOBODYS = "acct-43d0bb";
    /** Linked from another institution: the first to Ada, the second to Bob. */
    public static final String EXTERNAL = "acct-85b3f1";

    /** From the business to the household, far from now. */
    public static final String BOBS_TRANSFER = "xfer-operating";

    public static final String UNKNOWN_ACCOUNT = "acct-000000";

    /** Pending: Bob may approve and edit it, Carol approve, submit and delete it. */
    public static final String PAYROLL = "batch-payroll-03";
    /** Approved: Bob may submit and delete it, Carol does not know of it. */
    public static final String VENDORS = "batch-vendors-03";
    /** Pending: Carol may do everything with it, Bob nothing. */
    public static final String TAXES = "batch-taxes-01";
    /** Submitted: Bob may do everything with it, Carol nothing. */
    public static final String SUBMITTED = "batch-payroll-02";

    private ApitureSeed() {}
}
