package dev.sandbank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader can hold in mind at once. */
class SizesTest {

    @Test
    void noConstructorHasMoreThanSixParameters() {
        List<JavaConstructor> wide = classes()
                .filter(type -> !type.isRecord() && !type.isEnum())
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> !constructor.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(constructor -> constructor.getRawParameterTypes().size() > 6)
                .toList();

        assertThat(wide).isEmpty();
    }

    @Test
    void noRecordHasMoreThanTwelveComponents() {
        List<String> wide = classes()
                .filter(JavaClass::isRecord)
                .filter(type ->
                        type.getFields().stream().filter(SizesTest::isComponent).count() > 12)
                .map(JavaClass::getName)
                .toList();

        assertThat(wide).isEmpty();
    }

    @Test
    void aNameLeadsToOneFile() {
        Map<String, Long> files = classes()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

        assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isOne());
    }

    private static boolean isComponent(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.STATIC);
    }

    private static Stream<JavaClass> classes() {
        return Code.main().stream().filter(type -> !type.isAnonymousClass() && !type.isLocalClass());
    }
}
