package dev.sandbank.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * One {@link WithSandbank} as a test sees it.
 *
 * @param fixture what it says
 * @param place the context of the method or class it holds for
 */
record Declaration(String fixture, ExtensionContext place) {

    /** What tells sandboxes apart: the same fixture, declared for another method or class, is another sandbox. */
    record Key(Optional<AnnotatedElement> place, String fixture) {}

    /** The method's own, else that of its class, else that of an enclosing class, from the inside out. */
    static Optional<Declaration> nearestTo(ExtensionContext context) {
        return outwards(context).flatMap(place -> at(place).stream()).findFirst();
    }

    private static Optional<Declaration> at(ExtensionContext place) {
        return AnnotationSupport.findAnnotation(place.getElement(), WithSandbank.class)
                .map(found -> new Declaration(found.value(), place));
    }

    Key key() {
        return new Key(place.getElement(), fixture);
    }

    /** The contexts this declaration holds for, from the given one outwards. */
    Stream<ExtensionContext> reach(ExtensionContext from) {
        return Stream.concat(outwards(from).takeWhile(here -> here != place), Stream.of(place));
    }

    private static Stream<ExtensionContext> outwards(ExtensionContext from) {
        return Stream.iterate(Optional.of(from), Optional::isPresent, here -> here.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }
}
