package dev.sandbank.integration.comparison;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every suite is told which client it tests. */
@ExtendWith(ClientKind.UnderTest.class)
abstract class ComparedSuite {

    ClientKind kind = ClientKind.IS_RIGHT;

    @BeforeEach
    void tests(ClientKind client) {
        kind = client;
    }
}
