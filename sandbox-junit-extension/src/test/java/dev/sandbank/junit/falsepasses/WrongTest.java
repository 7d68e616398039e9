package dev.sandbank.junit.falsepasses;

import dev.sandbank.junit.kit.Sample;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test class that shows nothing and would be green without Sandbank's checks: a row of {@code docs/background/false-passes.md}. */
@Sample
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WrongTest {

    /** What is wrong with it. */
    String value();

    /** What its failure says. */
    String says();
}
