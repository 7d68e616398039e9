package dev.sandbank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Experimental;
import dev.sandbank.Stable;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Public types are stable or experimental, and say which. */
class ApiLevelsTest {

    private static final List<Class<? extends Annotation>> LEVELS = List.of(Stable.class, Experimental.class);

    static Stream<Class<?>> publicTypes() {
        return PublicSignaturesTest.publicTypes().filter(type -> type.getEnclosingClass() == null);
    }

    static Stream<Class<?>> stableTypes() {
        return publicTypes().filter(type -> type.isAnnotationPresent(Stable.class));
    }

    @Test
    void areOfBothKinds() {
        assertThat(publicTypes().map(ApiLevelsTest::levels).distinct())
                .contains(List.of(Stable.class), List.of(Experimental.class));
    }

    @ParameterizedTest
    @MethodSource("publicTypes")
    void haveOneLevel(Class<?> type) {
        assertThat(levels(type)).as(type.getName()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("stableTypes")
    void nameExperimentalTypesInExperimentalMethodsOnly(Class<?> type) {
        Stream<Method> methods = Stream.of(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isAnnotationPresent(Experimental.class));
        Stream<Executable> members = Stream.concat(methods, Stream.of(type.getConstructors()));

        assertThat(members).noneMatch(ApiLevelsTest::namesAnExperimentalType);
    }

    private static boolean namesAnExperimentalType(Executable member) {
        Stream<Type> result = Stream.of(member.getAnnotatedReturnType().getType());
        List<String> named = Stream.concat(result, Stream.of(member.getGenericParameterTypes()))
                .map(Type::getTypeName)
                .toList();
        return publicTypes()
                .filter(type -> type.isAnnotationPresent(Experimental.class))
                .anyMatch(type -> named.stream().anyMatch(name -> name.matches(".*\\b" + type.getName() + "\\b.*")));
    }

    private static List<Class<? extends Annotation>> levels(Class<?> type) {
        return LEVELS.stream().filter(type::isAnnotationPresent).toList();
    }
}
