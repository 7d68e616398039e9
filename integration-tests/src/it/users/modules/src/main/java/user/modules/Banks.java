package user.modules;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Starts banks in a process that has no more modules than are required. */
public final class Banks {

    private Banks() {}

    public static void main(String[] fixtures) throws IOException, InterruptedException {
        for (String fixture : fixtures) {
            try (Sandbank bank = Sandbank.builder().fixture(fixture).https().start()) {
                System.out.println(
                        bank.bankName() + ' ' + status(bank, bank.baseUrl() + "/_sandbank/api/bank-openapi.json"));
            }
        }
        System.out.println(
                ModuleLayer.boot().findModule("java.desktop").isPresent() ? "and a desktop" : "and no desktop");
    }

    /** What a client gets there. */
    static int status(Sandbank bank, String url) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().sslContext(bank.sslContext()).build();
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
