package dev.sandbank.integration.tenants;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An API of several tenants: Spring's own settings say issuer, audience and where roles are. */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
class PayrollApi {

    @Bean
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(calls -> calls.requestMatchers("/{tenant}/payslips")
                        .access(ofTenant("clerk", "auditor"))
                        .requestMatchers("/{tenant}/payments")
                        .access(ofTenant("manager"))
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> ofTenant(String... roles) {
        AuthorizationManager<RequestAuthorizationContext> tenant =
                (caller, call) -> new AuthorizationDecision(caller.get() instanceof JwtAuthenticationToken token
                        && call.getVariables()
                                .get("tenant")
                                .equals(token.getToken().getClaimAsString("tenant")));
        return AuthorizationManagers.allOf(tenant, AuthorityAuthorizationManager.hasAnyRole(roles));
    }

    @GetMapping("/{tenant}/payslips")
    String payslips(@PathVariable("tenant") String tenant) {
        return "payslips of " + tenant;
    }

    @GetMapping("/{tenant}/payments")
    String payments(@PathVariable("tenant") String tenant) {
        return "payments of " + tenant;
    }
}
