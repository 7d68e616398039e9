package dev.sandbank.internal.cli;

import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.SandbankException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: runs one or more banks until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs one or more banks until you stop it.",
            "When all are ready, it prints one line for each: sandbank: <bank> ready at <base-url>"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was stopped, also by a signal; a second signal ends it at once, with 130 or 143",
            "1:it could not start",
            "2:the command line is wrong",
            "3:it ran out of memory"
        })
final class Serve implements Callable<Integer> {

    /** Shorter than the time that Docker and Kubernetes wait after a stop before they kill a process. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private final PrintStream out;
    private final PrintStream err;
    private final Consumer<Thread> stoppable;

    @ArgGroup(multiplicity = "0..*")
    private final List<ServedBank> banks = new ArrayList<>();

    @Mixin
    private final AddressOptions whichAddress = new AddressOptions();

    @ArgGroup(multiplicity = "0..1")
    private ControlOptions whichControl = new ControlOptions();

    @Mixin
    private final ConsoleOptions whichConsole = new ConsoleOptions();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Keep the signing keys in this file, a JSON Web Key Set. It is created if it does not exist.")
    private @Nullable Path keys;

    @Option(
            names = "--deliver-to-host",
            paramLabel = "HOST",
            description = {
                "A host that webhooks may post to besides this machine: a name or an address, without port. May be repeated.",
                "Whoever may control a bank can then make it post to any port there."
            })
    private List<String> receivers = List.of();

    @Mixin
    private final WatchOptions whichChanges = new WatchOptions();

    @Option(names = "--quiet", description = "Do not print refused calls. Otherwise each is a line on standard error.")
    private boolean quiet;

    /** @param stoppable receives the thread that a stop interrupts */
    Serve(PrintStream out, PrintStream err, Consumer<Thread> stoppable) {
        this.out = out;
        this.err = err;
        this.stoppable = stoppable;
    }

    @Override
    public Integer call() {
        Warmup.take();
        List<ServedBank> wanted = banks.isEmpty() ? List.of(new ServedBank()) : banks;
        whichChanges.check();
        if (keys != null && wanted.size() > 1) {
            throw new UsageException("--keys is for one bank, but there are " + wanted.size());
        }
        List<Starting> starting = IntStream.range(0, wanted.size())
                .mapToObj(place -> starting(wanted.get(place), place))
                .toList();
        List<Sandbank> running = new ArrayList<>();
        try {
            starting.forEach(bank -> running.add(bank.start(wanted.size() > 1)));
            whichAddress.publish(running);
            wanted.stream().flatMap(bank -> bank.warning().stream()).forEach(err::println);
            whichChanges.start(wanted, running, err);
            serve(running, wanted);
            return ExitCode.OK;
        } catch (SandbankException failed) {
            String which = wanted.size() == 1 ? "" : wanted.get(running.size()).fixture() + ": ";
            complaints(failed, which).forEach(complaint -> err.println(TerminalText.of(complaint)));
        } catch (IOException failed) {
            err.println("sandbank: cannot write " + TerminalText.of("the certificate: " + failed));
        } finally {
            whichChanges.stop();
            running.forEach(Sandbank::close);
        }
        return ExitCode.SOFTWARE;
    }

    private Starting starting(ServedBank bank, int place) {
        CompletableFuture<String> name = new CompletableFuture<>();
        SandbankBuilder builder = Sandbank.builder().fixture(bank.fixture()).onCall(call -> tell(call, name));
        if (keys != null) {
            builder.keysIn(keys);
        }
        try {
            receivers.forEach(builder::mayDeliverTo);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
        whichConsole.tell(builder, whichControl);
        whichAddress.tell(builder, place, whichControl, bank.isControlledOverHttp());
        return new Starting(builder, name);
    }

    /** Serves until the process is told to stop or this thread is interrupted, then answers the calls in progress. */
    private void serve(List<Sandbank> running, List<ServedBank> wanted) {
        whichAddress.warning().ifPresent(err::println);
        stoppable.accept(Thread.currentThread());
        running.forEach(bank -> out.println("sandbank: " + bank.bankName() + " ready at " + bank.baseUrl()));
        IntStream.range(0, running.size())
                .mapToObj(place -> whichConsole.line(running.get(place), wanted.get(place), whichControl))
                .flatMap(Optional::stream)
                .forEach(out::println);
        out.flush();
        running.forEach(bank -> bank.keys().prepare());
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            closeTogether(running);
        }
    }

    private static void closeTogether(List<Sandbank> running) {
        CompletableFuture.allOf(running.stream()
                        .map(bank -> CompletableFuture.runAsync(
                                () -> bank.closeGracefully(PATIENCE), task -> new Thread(task).start()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private void tell(Exchange call, CompletableFuture<String> bank) {
        if (!quiet && !call.decision().allowed()) {
            err.println(bank.join() + new RefusedCall(call));
        }
    }

    private static List<String> complaints(SandbankException failed, String which) {
        return failed.problems().isEmpty() ? List.of("sandbank: " + which + failed.getMessage()) : failed.problems();
    }

    /**
     * A bank that is about to start.
     *
     * @param name the prefix of the lines for its refused calls, once it is known
     */
    private record Starting(SandbankBuilder builder, CompletableFuture<String> name) {

        /** @param several whether there are other banks, so that each line says which bank it is from */
        Sandbank start(boolean several) {
            Sandbank bank = builder.start();
            String own =
                    TerminalText.word(bank.bankName()) + ":" + bank.baseUrl().getPort() + " ";
            name.complete(several ? own : "");
            return bank;
        }
    }

    /**
     * One refused call as one line: the request, the reply, the gate that refused it, and why.
     *
     * <p>The line leaves out the query, because careless clients put secrets there.
     */
    private record RefusedCall(Exchange call) {

        @Override
        public String toString() {
            return "%s %s %s %s"
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
