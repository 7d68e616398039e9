package dev.sandbank.internal.cli;

import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.SandbankException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: runs a bank until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a bank until it is stopped.",
            "When it is ready it prints one line: sandbank: <bank> ready at <base-url>"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped, by a signal too; a second signal ends it at once, with 130 or 143",
            "1:it could not start",
            "2:the command line is wrong",
            "3:the memory did not do"
        })
final class Serve implements Callable<Integer> {

    /** Less than Docker and Kubernetes wait before they kill what they told to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private final PrintStream out;
    private final PrintStream err;
    private final Consumer<Thread> stoppable;

    @Mixin
    private final BankOptions whichBank = new BankOptions();

    @Mixin
    private final AddressOptions whichAddress = new AddressOptions();

    @Mixin
    private final ControlOptions whichControl = new ControlOptions();

    @Option(names = "--quiet", description = "Say nothing of refused calls; else each is a line on standard error.")
    private boolean quiet;

    /** @param stoppable is told of the thread that a stop is to interrupt */
    Serve(PrintStream out, PrintStream err, Consumer<Thread> stoppable) {
        this.out = out;
        this.err = err;
        this.stoppable = stoppable;
    }

    @Override
    public Integer call() {
        Warmup.take();
        SandbankBuilder builder = Sandbank.builder().onCall(this::tell);
        whichBank.tell(builder);
        whichAddress.tell(builder, whichControl, whichBank.isControlledOverHttp());
        try {
            serve(builder.start());
            return ExitCode.OK;
        } catch (SandbankException failed) {
            complaints(failed).forEach(complaint -> err.println(TerminalText.of(complaint)));
        } catch (IOException failed) {
            err.println("sandbank: cannot write " + TerminalText.of("the certificate: " + failed));
        }
        return ExitCode.SOFTWARE;
    }

    private void serve(Sandbank bank) throws IOException {
        try (bank) {
            whichAddress.publish(bank);
            listen(bank);
        }
    }

    /** Until the process is told to end, or this thread is interrupted: then the calls under way are answered. */
    private void listen(Sandbank bank) {
        whichAddress.warning().ifPresent(err::println);
        stoppable.accept(Thread.currentThread());
        out.println("sandbank: " + bank.bankName() + " ready at " + bank.baseUrl());
        out.flush();
        bank.keys().prepare();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            bank.closeGracefully(PATIENCE);
        }
    }

    private void tell(Exchange call) {
        if (!quiet && !call.decision().allowed()) {
            err.println(new RefusedCall(call));
        }
    }

    private static List<String> complaints(SandbankException failed) {
        return failed.problems().isEmpty() ? List.of("sandbank: " + failed.getMessage()) : failed.problems();
    }

    /**
     * One refused call as one line: what was asked, what was answered, which gate refused it and why.
     *
     * <p>The query is left out: it is where careless clients put secrets.
     */
    private record RefusedCall(Exchange call) {

        @Override
        public String toString() {
            return "%s %s %d %s"
                    .formatted(TerminalText.word(call.method()), TerminalText.word(path()), call.status(), why());
        }

        private String path() {
            int question = call.target().indexOf('?');
            return question < 0 ? call.target() : call.target().substring(0, question);
        }

        private String why() {
            Decision decision = call.decision();
            return TerminalText.of(decision.explain() + " (" + decision.refusal() + ")");
        }
    }
}
