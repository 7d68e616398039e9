package dev.sandbank.integration.comparison;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every suite is told which client it tests. One test after the other, as mocks have one server per class, whose stubs each test resets. */
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(ClientKind.UnderTest.class)
abstract class ComparedSuite {

    ClientKind kind = ClientKind.IS_RIGHT;

    @BeforeEach
    void tests(ClientKind client) {
        kind = client;
    }
}
