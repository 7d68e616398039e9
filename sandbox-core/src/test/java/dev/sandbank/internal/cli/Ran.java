package dev.sandbank.internal.cli;

import dev.sandbank.internal.cli.demo.Demos;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What came of a command that has ended: its exit code and what it wrote. */
record Ran(int exitCode, String out, String err) {

    static Ran command(String... args) {
        return command(Demos.builtIn(), args);
    }

    static Ran command(Demos demos, String... args) {
        return command(demos, Map.of(), args);
    }

    static Ran command(Map<String, String> environment, String... args) {
        return command(Demos.builtIn(), environment, args);
    }

    /** Runs a command at which somebody types a text. */
    static Ran typing(String text, String... args) {
        InputStream typed = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return command(Demos.builtIn(), new ProcessContext(Map.of(), thread -> {}, typed), args);
    }

    private static Ran command(Demos demos, Map<String, String> environment, String... args) {
        return command(demos, new ProcessContext(environment, thread -> {}, InputStream.nullInputStream()), args);
    }

    private static Ran command(Demos demos, ProcessContext process, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = CommandLines.of(stream(out), stream(err), demos, process).execute(args);
        return new Ran(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
