package dev.sandbank.junit;

import dev.sandbank.SandbankEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Puts the properties of a sandbox into the environment of a Spring context. Equal ones make equal contexts, so that
 * Spring does not start one again for the next class.
 *
 * @param spec which sandbox
 * @param prefix what the names of the properties begin with
 * @param client the client, or nothing for the usual one
 * @param environment the environment of the bank
 */
record SandbankContextCustomizer(SandboxConfig spec, String prefix, String client, String environment)
        implements ContextCustomizer {

    static SandbankContextCustomizer of(SandboxConfig spec, SandbankProperties wanted) {
        return new SandbankContextCustomizer(spec, wanted.prefix(), wanted.client(), wanted.environment());
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        SandbankEnvironment bank = JvmWide.of(spec).bank().environment(environment);
        Map<String, Object> properties =
                new LinkedHashMap<>(client.isEmpty() ? bank.properties(prefix) : bank.properties(prefix, client));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("sandbank", properties));
    }
}
