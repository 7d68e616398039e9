package dev.sandbank.benchmarks;

/** What a sandbox per test costs, beside a mock server per test; a placeholder until there is a sandbox. */
public final class StartPerTest {

    private StartPerTest() {}

    public static void main(String[] args) {
        System.out.println("start-per-test: nothing to measure yet");
    }
}
