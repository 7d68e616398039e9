package user.quarkus;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Quarkus asks for a token before the first call, and uses it until it expires. */
@RegisterRestClient(configKey = "bank")
@OidcClientFilter
public interface Accounts {

    @GET
    @Path("/banking/accounts")
    String all();
}
