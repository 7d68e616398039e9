package dev.sandbank.internal.vendor.uphold.deposit;

import dev.sandbank.internal.model.Hash;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Made-up addresses in the format of their network; the same text always gives the same address. Nobody has a key to
 * any of them.
 */
final class CoinAddresses {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH_32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final String HEXADECIMAL = "0123456789abcdef";

    private CoinAddresses() {}

    static String address(String network, String of) {
        return switch (network) {
            case "ethereum" -> "0x" + letters(HEXADECIMAL, of, 40);
            case "xrp-ledger" -> "r" + letters(BASE_58, of, 33);
            case "stellar" -> "G" + letters(BASE_32, of, 55);
            default -> "tb1q" + letters(BECH_32, of, 38);
        };
    }

    private static String letters(String alphabet, String of, int count) {
        byte[] first = Hash.sha256(of);
        byte[] second = Hash.sha256(of + " more");
        return IntStream.range(0, count)
                .map(i -> Byte.toUnsignedInt(i < first.length ? first[i] : second[i - first.length]))
                .mapToObj(value -> alphabet.substring(value % alphabet.length(), value % alphabet.length() + 1))
                .collect(Collectors.joining());
    }
}
