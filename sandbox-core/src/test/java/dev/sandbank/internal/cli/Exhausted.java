package dev.sandbank.internal.cli;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;

/** A process whose memory does not do for its first call: all of it is taken, or more is asked for than there is. */
public final class Exhausted {

    private static final int BLOCK = 64 * 1024;

    private final boolean embedded;
    private final List<byte[]> taken = new ArrayList<>();
    private int calls;

    private Exhausted(boolean embedded) {
        this.embedded = embedded;
    }

    public static void main(String[] args) throws IOException {
        Exhausted process = new Exhausted(args[0].equals("embedded"));
        if (!process.embedded) {
            Thread.setDefaultUncaughtExceptionHandler(new OutOfMemoryExit(System.err));
        }
        process.run();
    }

    private void run() throws IOException {
        try (Sandbank bank = Sandbank.builder().onCall(call -> exhaust()).start()) {
            System.out.println(status(bank) + " " + status(bank));
        }
    }

    private void exhaust() {
        calls++;
        if (calls == 1 && embedded) {
            taken.add(new byte[Integer.MAX_VALUE - 8]);
        }
        while (!embedded) {
            taken.add(new byte[BLOCK]);
        }
    }

    private static int status(Sandbank bank) throws IOException {
        return ((HttpURLConnection) bank.url("listAccounts").toURL().openConnection()).getResponseCode();
    }
}
