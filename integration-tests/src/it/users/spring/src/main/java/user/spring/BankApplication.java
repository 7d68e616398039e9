package user.spring;

import static org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler;
import static org.springframework.security.oauth2.client.web.client.RequestAttributeClientRegistrationIdResolver.clientRegistrationId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

@SpringBootApplication
class BankApplication {

    @Bean
    OAuth2AuthorizedClientManager authorizedClients(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientService tokens) {
        return new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, tokens);
    }

    @Bean
    Accounts accounts(
            OAuth2AuthorizedClientManager clients,
            OAuth2AuthorizedClientService tokens,
            @Value("${bank.base-url}") String bank) {
        var interceptor = new OAuth2ClientHttpRequestInterceptor(clients);
        interceptor.setAuthorizationFailureHandler(authorizationFailureHandler(tokens));
        return new Accounts(RestClient.builder()
                .baseUrl(bank)
                .requestInterceptor(interceptor)
                .build());
    }

    /** Spring asks for a token before the first call, and uses it until it expires or is refused. */
    record Accounts(RestClient bank) {

        String all() {
            return bank.get()
                    .uri("/banking/accounts")
                    .attributes(clientRegistrationId("bank"))
                    .retrieve()
                    .body(String.class);
        }
    }
}
