package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.junit.Fixture;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A sandbox that a method or class declares. Declarations around a test are found from the inside out: on its method, its class, the
 * enclosing classes.
 *
 * @param spec the configuration of the sandbox
 * @param place the context of the method or class that declares it
 * @param origin the field that declares it, unless an annotation does
 */
public record Declaration(SandboxConfig spec, ExtensionContext place, Optional<Origin> origin) {

    /** A field that holds an extension. */
    record Origin(Field field, SandboxLifecycle extension) {}

    /** Identifies a sandbox: the same configuration, declared for another method or class, is another sandbox. */
    record Key(Optional<AnnotatedElement> place, SandboxConfig spec, Optional<Field> field) {}

    Key key() {
        return new Key(place.getElement(), spec, origin.map(Origin::field));
    }

    /** Whether this extension serves it: that of the field, or the one that annotations share. */
    boolean isServedBy(SandboxLifecycle extension) {
        return origin.map(found -> found.extension() == extension).orElseGet(extension::isOfAnnotations);
    }

    /** The contexts to which this declaration applies, from the given one outwards. */
    Stream<ExtensionContext> reach(ExtensionContext from) {
        return Stream.concat(outwards(from).takeWhile(here -> here != place), Stream.of(place));
    }

    /** The declaration as a message names it. */
    public String words() {
        return origin.map(found -> "the field " + found.field().getName() + " (" + spec + ")")
                .orElseGet(() -> (spec.inline() ? "@Fixture(" : "@WithSandbank(") + spec + ")");
    }

    /** Whether a test sees what other tests did in it. */
    public boolean isSharedBy(ExtensionContext test) {
        return spec.lifetime() != Lifetime.JVM && new SandboxScope(this, test).isShared();
    }

    /** The declaration of the method, else of its class, else of an enclosing class. */
    public static Optional<Declaration> nearestTo(ExtensionContext context) {
        return nearest(context).stream().findFirst();
    }

    private static List<Declaration> nearest(ExtensionContext context) {
        return around(outwards(context), context).findFirst().orElse(List.of());
    }

    /** The declarations that a test may use, the nearest first: all of that place, and those of fields around it. */
    static List<Declaration> usableBy(ExtensionContext context) {
        List<Declaration> usable = new ArrayList<>();
        around(outwards(context), context).forEach(here -> {
            boolean nearest = usable.isEmpty();
            here.stream()
                    .filter(declared -> declared.origin()
                            .map(Origin::extension)
                            .map(extension -> usable.stream().noneMatch(other -> other.isServedBy(extension)))
                            .orElse(nearest))
                    .forEach(usable::add);
        });
        return usable;
    }

    /** The declarations that an extension serves there. */
    static Stream<Declaration> servedBy(SandboxLifecycle extension, ExtensionContext context) {
        return usableBy(context).stream().filter(declared -> declared.isServedBy(extension));
    }

    /**
     * Finds the declaration that a parameter or annotation means.
     *
     * @param bank the name of the sandbox, or empty for the only one of the nearest place
     * @param words the parameter or annotation, as messages name it
     * @return empty if nothing is declared at all
     * @throws ParameterResolutionException if several match, or none has this name
     */
    public static Optional<Declaration> meant(ExtensionContext context, String bank, String words) {
        List<Declaration> usable = usableBy(context);
        List<Declaration> meant = usable.stream()
                .filter(bank.isEmpty() ? nearest(context)::contains : declared -> declared.isCalled(bank))
                .toList();
        if (meant.size() > 1) {
            throw new ParameterResolutionException(words + ": there are several sandboxes, " + told(meant)
                    + (bank.isEmpty()
                            ? ": name one, with @Bank(\"…\") or bank = \"…\", or call sandbank() of a field"
                            : ": give them different names"));
        }
        if (meant.isEmpty() && !usable.isEmpty()) {
            throw new ParameterResolutionException(
                    words + ": there is no sandbox \"" + bank + "\", only " + told(usable));
        }
        return meant.stream().findFirst();
    }

    private static String told(List<Declaration> several) {
        return several.stream()
                .map(declared -> '"' + declared.name() + "\", " + declared.words())
                .collect(Collectors.joining(" and "));
    }

    /** The name by which tests know it. */
    String name() {
        return origin.map(found -> found.field().getName()).orElseGet(spec::called);
    }

    /** Whether an annotation beside it, or a parameter of its class, that names this bank may mean it. */
    boolean isCalled(String bank) {
        return bank.isEmpty() || bank.equals(name());
    }

    static Stream<ExtensionContext> outwards(ExtensionContext from) {
        return Stream.iterate(Optional.of(from), Optional::isPresent, here -> here.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }

    /**
     * The declarations of each place, without places that declare nothing.
     *
     * @param from the test or class that asks
     */
    private static Stream<List<Declaration>> around(Stream<ExtensionContext> places, ExtensionContext from) {
        return places.map(place -> at(place, from).toList()).filter(here -> !here.isEmpty());
    }

    /** @param from the test or class that asks */
    private static Stream<Declaration> at(ExtensionContext place, ExtensionContext from) {
        return place.getTestMethod().isPresent()
                ? ofMethod(place, from)
                : Stream.concat(ofFields(place, from), annotated(place));
    }

    private static Stream<Declaration> ofMethod(ExtensionContext place, ExtensionContext from) {
        List<Declaration> own = annotated(place).toList();
        if (own.stream().anyMatch(declared -> declared.spec().lifetime() == Lifetime.CLASS)) {
            throw new ParameterResolutionException("lifetime = CLASS has no meaning on the single method "
                    + place.getRequiredTestMethod() + ": write it on the class");
        }
        return AnnotationSupport.findAnnotation(place.getElement(), Fixture.class)
                .map(fixture -> withFixture(fixture, own, place, from))
                .orElseGet(own::stream);
    }

    /** The sandbox that the annotation means starts from its fixture; the others stay as declared. */
    private static Stream<Declaration> withFixture(
            Fixture fixture, List<Declaration> own, ExtensionContext place, ExtensionContext from) {
        List<Declaration> bases = own.isEmpty()
                ? around(outwards(place).skip(1), from).findFirst().orElse(List.of())
                : own;
        List<Declaration> meant =
                bases.stream().filter(base -> base.isCalled(fixture.bank())).toList();
        if (meant.size() > 1 || (meant.isEmpty() && !fixture.bank().isEmpty())) {
            throw new ParameterResolutionException("@Fixture at " + place.getRequiredTestMethod()
                    + (meant.isEmpty()
                            ? ": there is no sandbox \"" + fixture.bank() + "\", only " + told(bases)
                            : " names none of several sandboxes, " + told(bases) + ": write bank = \"…\""));
        }
        SandboxConfig undeclared = SandboxConfig.named("");
        return meant.isEmpty()
                ? Stream.of(new Declaration(undeclared.with(checked(fixture)), place, Optional.empty()))
                : bases.stream()
                        .map(base -> base.equals(meant.get(0))
                                ? new Declaration(base.spec().with(checked(fixture)), place, base.origin())
                                : base);
    }

    private static Fixture checked(Fixture fixture) {
        if (fixture.value().isEmpty() == fixture.text().isEmpty()) {
            throw new ParameterResolutionException(
                    "@Fixture takes either a name or a text: write @Fixture(\"…\") or @Fixture(text = \"…\")");
        }
        return fixture;
    }

    private static Stream<Declaration> annotated(ExtensionContext place) {
        return place.getElement().stream()
                .flatMap(element -> nearestOn(element).stream())
                .map(found -> new Declaration(SandboxConfig.of(found), place, Optional.empty()));
    }

    /** The annotations of a method or class; if a class has its own, it inherits none. */
    public static List<WithSandbank> nearestOn(AnnotatedElement element) {
        List<WithSandbank> all = AnnotationSupport.findRepeatableAnnotations(element, WithSandbank.class);
        Class<?> parent = element instanceof Class<?> type ? type.getSuperclass() : null;
        List<WithSandbank> inherited = parent == null ? List.of() : nearestOn(parent);
        List<WithSandbank> own =
                all.stream().filter(found -> !inherited.contains(found)).toList();
        return own.isEmpty() ? inherited.isEmpty() ? all : inherited : own;
    }

    private static Stream<Declaration> ofFields(ExtensionContext place, ExtensionContext from) {
        return place.getTestClass().stream()
                .flatMap(type -> AnnotationSupport.findAnnotatedFields(
                        type, RegisterExtension.class, field -> true, HierarchyTraversalMode.BOTTOM_UP)
                        .stream())
                .flatMap(field -> ofField(field, place, from).stream());
    }

    private static Optional<Declaration> ofField(Field field, ExtensionContext place, ExtensionContext from) {
        boolean shared = ModifierSupport.isStatic(field);
        Object holder = shared
                ? null
                : from.getTestInstances()
                        .flatMap(instances -> instances.findInstance(field.getDeclaringClass()))
                        .orElse(null);
        if (!shared && holder == null) {
            return Optional.empty();
        }
        return ReflectionSupport.tryToReadFieldValue(field, holder)
                .toOptional()
                .filter(SandboxLifecycle.class::isInstance)
                .map(SandboxLifecycle.class::cast)
                .flatMap(extension -> extension
                        .spec(shared ? Lifetime.CLASS : Lifetime.METHOD)
                        .map(spec -> new Declaration(spec, place, Optional.of(new Origin(field, extension)))));
    }
}
