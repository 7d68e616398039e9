package dev.sandbank.internal.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes values in the distinguished encoding rules of ASN.1 (X.690): a tag, a length, the content. */
final class Der {

    private static final int SHORT = 0x80;
    private static final int ARC_BITS = 7;
    private static final int FIRST_ARC = 40;

    /** The last year with two digits: later times have a year of four digits (RFC 5280 §4.1.2.5). */
    private static final int LAST_SHORT_YEAR = 2049;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    static byte[] set(byte[]... parts) {
        return tagged(0x31, parts);
    }

    static byte[] yes() {
        return tagged(0x01, new byte[] {-1});
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    /** A bit string whose last byte has some unused bits. */
    static byte[] bits(int unused, byte... bytes) {
        return tagged(0x03, new byte[] {(byte) unused}, bytes);
    }

    static byte[] octets(byte... bytes) {
        return tagged(0x04, bytes);
    }

    /** An object identifier, such as {@code 2.5.29.17}. */
    static byte[] oid(String dotted) {
        int[] arcs = Stream.of(dotted.split("\\.")).mapToInt(Integer::parseInt).toArray();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(FIRST_ARC * arcs[0] + arcs[1]);
        IntStream.of(arcs).skip(2).forEach(arc -> writeArc(arc, 0, content));
        return tagged(0x06, content.toByteArray());
    }

    /** Writes a number with seven bits per byte, the highest first. All bytes but the last say that more follow. */
    private static void writeArc(int arc, int more, ByteArrayOutputStream out) {
        if (arc >= SHORT) {
            writeArc(arc >> ARC_BITS, SHORT, out);
        }
        out.write((arc & (SHORT - 1)) | more);
    }

    static byte[] text(String text) {
        return tagged(0x0C, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] time(Instant moment) {
        ZonedDateTime time = moment.atZone(ZoneOffset.UTC);
        boolean brief = time.getYear() <= LAST_SHORT_YEAR;
        String written = DateTimeFormatter.ofPattern(brief ? "uuMMddHHmmss'Z'" : "uuuuMMddHHmmss'Z'", Locale.ROOT)
                .format(time);
        return tagged(brief ? 0x17 : 0x18, written.getBytes(StandardCharsets.US_ASCII));
    }

    /** A value of up to 64 KiB with any tag. */
    static byte[] tagged(int tag, byte[]... parts) {
        int length = Stream.of(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        if (length >= SHORT) {
            value.write(SHORT | 2);
            value.write(length >> Byte.SIZE);
        }
        value.write(length);
        Stream.of(parts).forEach(value::writeBytes);
        return value.toByteArray();
    }
}
