import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives the entries of jars the modes 755 and 644, whatever umask their files were made under. Java runs this file as it is. */
final class Modes {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int UNIX = 3;

    private Modes() {}

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            byte[] bytes = Files.readAllBytes(Path.of(jar));
            normalize(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            Files.write(Path.of(jar), bytes);
        }
    }

    /** The central directory alone has modes. */
    private static void normalize(ByteBuffer zip) {
        int end = zip.limit() - 22;
        while (zip.getInt(end) != END) {
            end--;
        }
        int at = zip.getInt(end + 16);
        for (int left = Short.toUnsignedInt(zip.getShort(end + 10)); left > 0; left--) {
            if (zip.getInt(at) != ENTRY) {
                throw new IllegalStateException("no entry of a zip file at " + at);
            }
            int length = Short.toUnsignedInt(zip.getShort(at + 28));
            if (zip.get(at + 5) == UNIX) {
                String name = new String(zip.array(), at + 46, length, StandardCharsets.UTF_8);
                int mode = name.endsWith("/") ? 0040755 : 0100644;
                zip.putInt(at + 38, mode << 16 | zip.getInt(at + 38) & 0xffff);
            }
            at += 46 + length + Short.toUnsignedInt(zip.getShort(at + 30)) + Short.toUnsignedInt(zip.getShort(at + 32));
        }
    }
}
