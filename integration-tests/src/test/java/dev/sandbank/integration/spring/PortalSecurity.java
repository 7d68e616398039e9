package dev.sandbank.integration.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;

/** Who may call what: as Spring's own guides write it, nothing bent for the sandbox. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(calls -> calls.requestMatchers("/api/accounts")
                        .hasAuthority("SCOPE_banking/read")
                        .requestMatchers("/api/transfers")
                        .hasAuthority("SCOPE_moneyMovement/write")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(withDefaults()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, ClientRegistrationRepository clients, @Value("${bank.goodbye}") String goodbye)
            throws Exception {
        OidcClientInitiatedLogoutSuccessHandler atTheBankToo = new OidcClientInitiatedLogoutSuccessHandler(clients);
        atTheBankToo.setPostLogoutRedirectUri(goodbye);
        return http.authorizeHttpRequests(calls -> calls.requestMatchers("/not-signed-in")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.failureHandler(PortalSecurity::notSignedIn))
                .logout(logout -> logout.logoutSuccessHandler(atTheBankToo))
                .build();
    }

    private static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : failure.getMessage();
        response.sendRedirect("/not-signed-in?why=" + URLEncoder.encode(why, UTF_8));
    }
}
