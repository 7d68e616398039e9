package user.old;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.nimbusds.jose.JWSObject;
import dev.sandbank.Sandbank;
import gg.jte.TemplateEngine;
import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.servlet.http.HttpServlet;
import org.eclipse.jetty.server.Server;
import org.h2.Driver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.slf4j.impl.StaticLoggerBinder;
import org.snakeyaml.engine.v1.api.Load;
import picocli.CommandLine;

/** What the user has, so that the other tests are about something. */
class OldLibrariesTest {

    @ParameterizedTest
    @MethodSource("libraries")
    void areThereBeforeTheSandbox(Class<?> type, String jar) {
        Path place = ClassPath.jarOf(type);

        assertThat(place).hasFileName(jar + ".jar");
        assertThat(ClassPath.WHOLE.entries().indexOf(place))
                .isNotNegative()
                .isLessThan(ClassPath.WHOLE.entries().indexOf(ClassPath.jarOf(Sandbank.class)));
    }

    static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of(Javalin.class, "javalin-3.13.13"),
                Arguments.of(Server.class, "jetty-server-9.4.45.v20220203"),
                Arguments.of(HttpServlet.class, "javax.servlet-api-3.1.0"),
                Arguments.of(kotlin.Unit.class, "kotlin-stdlib-1.3.71"),
                Arguments.of(ObjectMapper.class, "jackson-databind-2.9.10.8"),
                Arguments.of(Driver.class, "h2-1.4.200"),
                Arguments.of(JWSObject.class, "nimbus-jose-jwt-7.9"),
                Arguments.of(CommandLine.class, "picocli-3.9.6"),
                Arguments.of(LoggerFactory.class, "slf4j-api-1.7.30"),
                Arguments.of(StaticLoggerBinder.class, "logback-classic-1.2.13"),
                Arguments.of(Load.class, "snakeyaml-engine-1.0"),
                Arguments.of(JsonSchemaFactory.class, "json-schema-validator-1.0.43"),
                Arguments.of(TemplateEngine.class, "jte-runtime-1.12.1"));
    }
}
