package dev.sandbank.internal.vendor.uphold;

/** What a transaction is, as its ends say. */
enum Kind {
    TRANSFER("transfer"),
    TRADE("trade"),
    DEPOSIT("deposit"),
    WITHDRAWAL("withdrawal"),
    CRYPTO_WITHDRAWAL("crypto-withdrawal");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The word that fixtures have for it. */
    String word() {
        return word;
    }

    /** Whether both ends are accounts. */
    boolean isInternal() {
        return this == TRANSFER || this == TRADE;
    }

    boolean isOutgoing() {
        return this == WITHDRAWAL || this == CRYPTO_WITHDRAWAL;
    }
}
