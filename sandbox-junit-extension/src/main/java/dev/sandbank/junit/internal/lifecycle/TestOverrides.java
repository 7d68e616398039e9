package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankUser;
import dev.sandbank.junit.Blocked;
import dev.sandbank.junit.ClockAt;
import dev.sandbank.junit.WithoutPermission;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A change to the sandbox for one test.
 *
 * @param declared the annotation for it
 * @param bank the name of the sandbox; empty for the only one
 * @param change makes the change
 */
record TestOverrides(Annotation declared, String bank, Consumer<Sandbank> change) {

    /** The changes that annotations of some methods and classes declare, the outermost first. */
    static List<TestOverrides> at(Stream<ExtensionContext> insideOut) {
        List<AnnotatedElement> elements = new ArrayList<>(insideOut
                .map(ExtensionContext::getElement)
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        Collections.reverse(elements);
        return elements.stream().flatMap(TestOverrides::of).toList();
    }

    private static Stream<TestOverrides> of(AnnotatedElement element) {
        return Stream.of(
                        AnnotationSupport.findRepeatableAnnotations(element, Blocked.class).stream()
                                .map(TestOverrides::blocking),
                        AnnotationSupport.findRepeatableAnnotations(element, WithoutPermission.class).stream()
                                .map(TestOverrides::withdrawing),
                        AnnotationSupport.findAnnotation(element, ClockAt.class).stream()
                                .map(TestOverrides::stopping))
                .flatMap(several -> several);
    }

    private static TestOverrides blocking(Blocked blocked) {
        return new TestOverrides(
                blocked,
                blocked.bank(),
                bank -> Stream.of(blocked.value())
                        .map(bank.environment(blocked.environment())::user)
                        .forEach(SandbankUser::block));
    }

    private static TestOverrides withdrawing(WithoutPermission without) {
        return new TestOverrides(
                without,
                without.bank(),
                bank -> bank.environment(without.environment())
                        .user(without.user())
                        .withdraw(without.account(), without.permission()));
    }

    private static TestOverrides stopping(ClockAt stop) {
        return new TestOverrides(stop, stop.bank(), bank -> bank.clock().freezeAt(moment(stop.value())));
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException bad) {
            throw new IllegalArgumentException(
                    '"' + text + "\" is not a moment: write one such as 2031-03-03T09:00:00Z", bad);
        }
    }

    void applyTo(Sandbank bank) {
        try {
            change.accept(bank);
        } catch (IllegalArgumentException bad) {
            throw new ParameterResolutionException(words() + " cannot be applied: " + bad.getMessage());
        }
    }

    /** The annotation as the test wrote it, without the name of its package. */
    String words() {
        return declared.toString().replace("dev.sandbank.junit.", "");
    }
}
