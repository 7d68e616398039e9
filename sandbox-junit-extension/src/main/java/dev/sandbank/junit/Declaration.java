package dev.sandbank.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One sandbox that is declared for a method or class.
 *
 * @param spec what it says
 * @param place the context of the method or class it holds for
 * @param origin the field that says it, if it is no annotation
 */
record Declaration(SandboxConfig spec, ExtensionContext place, Optional<Origin> origin) {

    /** A field that holds an extension. */
    record Origin(Field field, SandbankExtension extension) {}

    /** What tells sandboxes apart: the same, declared for another method or class, is another sandbox. */
    record Key(Optional<AnnotatedElement> place, SandboxConfig spec, Optional<Field> field) {}

    Key key() {
        return new Key(place.getElement(), spec, origin.map(Origin::field));
    }

    /** Whether this extension is to serve it: that of the field, or the one that annotations share. */
    boolean isServedBy(SandbankExtension extension) {
        return origin.map(found -> found.extension() == extension).orElseGet(extension::isOfAnnotations);
    }

    /** The contexts this declaration holds for, from the given one outwards. */
    Stream<ExtensionContext> reach(ExtensionContext from) {
        return Stream.concat(Declarations.outwards(from).takeWhile(here -> here != place), Stream.of(place));
    }

    /** As a message names it. */
    String words() {
        return origin.map(found -> "the field " + found.field().getName() + " (" + spec + ")")
                .orElseGet(() -> (spec.inline() ? "@Fixture(" : "@WithSandbank(") + spec + ")");
    }
}
