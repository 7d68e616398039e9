package dev.sandbank.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sandbank.Sandbank;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;

/**
 * Bytes of any kind at the port of a sandbox, as request lines, header fields or framing, never hang it and are never
 * called its own fault.
 *
 * <p>{@code {token}} is a token that is good.
 */
class RawRequestsFuzzTest {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final int SERVERS_FAULT = 500;
    private static final int PATIENCE = 15_000;

    @AutoClose
    private static final Sandbank BANK =
            Sandbank.builder().fixture("apiture").withoutControlApi().start();

    private static final String TOKEN = BANK.tokens().forClient("back-office");

    @FuzzTest
    void areAnsweredOrHungUpOn(byte[] input) throws IOException {
        String request = Notation.read(input, Map.of("token", TOKEN));
        String replies = replies(request);
        Matcher status = STATUS.matcher(replies);
        while (status.find()) {
            assertFalse(
                    Integer.parseInt(status.group(1)) >= SERVERS_FAULT && !request.contains(status.group()),
                    () -> "answered " + replies);
        }
        Promises.assertTellsNothingOfTheInside(replies, request);
    }

    private static String replies(String request) throws IOException {
        BugDetectors.allowNetworkConnections(
                (host, port) -> port == BANK.baseUrl().getPort());
        ByteArrayOutputStream replies = new ByteArrayOutputStream();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), BANK.baseUrl().getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(Notation.bytes(request));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(replies);
        } catch (SocketException hungUp) {
            // Whoever is still sending when the bank hangs up is told by a reset, whatever came before.
            return replies.toString(StandardCharsets.UTF_8);
        } catch (SocketTimeoutException hangs) {
            return fail("no reply within " + PATIENCE + " ms", hangs);
        }
        return replies.toString(StandardCharsets.UTF_8);
    }
}
