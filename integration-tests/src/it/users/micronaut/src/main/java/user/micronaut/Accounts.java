package user.micronaut;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;

/** Micronaut asks for a token before the first call, and uses it until it expires. */
@Client("bank")
public interface Accounts {

    @Get("/banking/accounts")
    String all();
}
