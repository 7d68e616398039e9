package dev.sandbank.life;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;

/** A process whose first thread is interrupted while it starts its first sandbox. */
public final class InterruptedStarts {

    private InterruptedStarts() {}

    public static void main(String[] args) {
        startInterrupted();
        try (Sandbank bank = Sandbank.start("uphold")) {
            System.out.println("then " + bank.bankName());
            startInterrupted();
        }
    }

    private static void startInterrupted() {
        Thread.currentThread().interrupt();
        try (Sandbank unexpected = Sandbank.start("uphold")) {
            System.out.println("started: " + unexpected);
        } catch (SandbankException refused) {
            System.out.println(refused.getMessage() + ", interrupted: " + Thread.interrupted());
        }
    }
}
