package dev.sandbank.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Tells which classes want one sandbox for all their tests: those that ask for it where no single test is meant.
 *
 * <p>This is read off the class, not off what ran so far: an {@code @AfterAll} method asks when the tests are over.
 */
final class Sharing {

    private Sharing() {}

    /** The outermost such class that a declaration holds for. */
    static Optional<ExtensionContext> under(Declaration declared, ExtensionContext asking) {
        return declared.reach(asking).filter(Sharing::isWanted).reduce((inner, outer) -> outer);
    }

    private static boolean isWanted(ExtensionContext context) {
        return context.getTestMethod().isEmpty() && onceForAll(context).anyMatch(Sharing::wantsSomething);
    }

    /** What runs once for all tests of a class. */
    private static Stream<Executable> onceForAll(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        Stream<Executable> lifecycle = Stream.concat(methods(type, BeforeAll.class), methods(type, AfterAll.class));
        return context.getTestInstanceLifecycle()
                        .filter(Lifecycle.PER_CLASS::equals)
                        .isPresent()
                ? Stream.concat(lifecycle, Stream.of(type.getDeclaredConstructors()))
                : lifecycle;
    }

    private static Stream<Executable> methods(Class<?> type, Class<? extends Annotation> annotation) {
        return AnnotationSupport.findAnnotatedMethods(type, annotation, HierarchyTraversalMode.TOP_DOWN).stream()
                .map(Executable.class::cast);
    }

    private static boolean wantsSomething(Executable executable) {
        return Stream.of(executable.getParameters())
                .anyMatch(parameter -> ParameterValue.of(parameter).isPresent());
    }
}
