package dev.sandbank.internal.cli;

import dev.sandbank.internal.cli.demo.Demos;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Runs a command; the only class that uses the process, its streams and its exit. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Charset charset = charset();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
        OutOfMemoryExit end = new OutOfMemoryExit(err);
        Thread.setDefaultUncaughtExceptionHandler(end);
        try {
            System.exit(run(args, out, err, new ProcessContext(System.getenv(), StopSignals::interrupt, System.in)));
        } catch (OutOfMemoryError full) {
            end.uncaughtException(Thread.currentThread(), full);
        }
    }

    /** Runs one command and returns its exit code. */
    static int run(String[] args, PrintStream out, PrintStream err, ProcessContext process) {
        try {
            return CommandLines.of(out, err, Demos.builtIn(), process).execute(args);
        } catch (Error fatal) {
            return new Mistakes(err).fatal(fatal);
        }
    }

    /**
     * Returns the charset of the standard output, or UTF-8 if a container's empty locale gives one that cannot write a
     * dash.
     */
    private static Charset charset() {
        String named =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        Charset known = Charset.isSupported(named) ? Charset.forName(named) : StandardCharsets.UTF_8;
        return known.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : known;
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
