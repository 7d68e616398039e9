package dev.sandbank.internal.vendor.uphold.rail;

import dev.sandbank.internal.model.Hash;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers of accounts, banks and cards: checks their check digits, and makes up numbers that are always the same for a
 * text.
 */
public final class BankNumbers {

    private static final int TEN = 10;
    private static final String ABA_WEIGHTS = "371";
    private static final int ROUTING_LENGTH = 9;
    private static final int IBAN_MODULUS = 97;
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}");
    private static final int COUNTRY_AND_CHECK = 4;
    private static final int ALL_CHECK_DIGITS = 98;
    /** The letters LT and two zeros, as the check digits count them. */
    private static final String LITHUANIA = "212900";

    private BankNumbers() {}

    /** Whether the checksum of the American Bankers Association is right. */
    public static boolean isRoutingNumber(String number) {
        return number.length() == ROUTING_LENGTH
                && IntStream.range(0, number.length())
                                        .map(i -> digit(number, i) * digit(ABA_WEIGHTS, i % ABA_WEIGHTS.length()))
                                        .sum()
                                % TEN
                        == 0;
    }

    /** Whether the checksum of ISO 13616 is right, in which letters count as 10 to 35. */
    public static boolean isIban(String number) {
        if (!IBAN.matcher(number).matches()) {
            return false;
        }
        String digits = (number.substring(COUNTRY_AND_CHECK) + number.substring(0, COUNTRY_AND_CHECK))
                .chars()
                .mapToObj(letter -> String.valueOf(Character.digit(letter, Character.MAX_RADIX)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(BigInteger.valueOf(IBAN_MODULUS)).equals(BigInteger.ONE);
    }

    /** Whether the checksum of ISO/IEC 7812 is right. */
    public static boolean isCardNumber(String number) {
        int sum = IntStream.range(0, number.length())
                .map(i -> (number.length() - i) % 2 == 0 ? doubled(digit(number, i)) : digit(number, i))
                .sum();
        return sum % TEN == 0;
    }

    private static int doubled(int digit) {
        return digit * 2 / TEN + digit * 2 % TEN;
    }

    private static int digit(String number, int at) {
        return Character.digit(number.charAt(at), TEN);
    }

    /** Returns so many digits; the first one is not zero. */
    public static String digits(String of, int count) {
        byte[] bytes = Hash.sha256(of);
        return IntStream.range(0, count)
                .map(i -> Byte.toUnsignedInt(bytes[i]))
                .mapToObj(value -> String.valueOf(value % TEN))
                .collect(Collectors.joining())
                .replaceFirst("^0", "7");
    }

    /** Returns a routing number in the form of a bank in the United States. */
    public static String routingNumber(String of) {
        String start = "12" + digits(of, ROUTING_LENGTH - "12".length() - 1);
        return IntStream.range(0, TEN)
                .mapToObj(check -> start + check)
                .filter(BankNumbers::isRoutingNumber)
                .findFirst()
                .orElseThrow();
    }

    /** Returns an IBAN in the form of Lithuania, which consists of digits only (ISO 13616). */
    public static String iban(String of) {
        String account = digits(of, 16);
        int check = ALL_CHECK_DIGITS
                - new BigInteger(account + LITHUANIA)
                        .mod(BigInteger.valueOf(IBAN_MODULUS))
                        .intValue();
        return String.format(Locale.ROOT, "LT%02d%s", check, account);
    }
}
