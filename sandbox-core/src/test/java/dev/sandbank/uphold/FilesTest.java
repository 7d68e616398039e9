package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_PHOTO;
import static dev.sandbank.testing.UpholdSeed.ADAS_STATEMENT;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_PHOTO;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of users: announced, got, and which ones there can be. */
class FilesTest {

    private static final String PHOTO = "{\"category\": \"image\", \"contentType\": \"image/png\"}";

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("bank: uphold\nextends: uphold\nclock: 2031-03-03T09:00:00Z\nsettings: {mostFiles: 3}\n")
            .start();

    @Test
    void areAnnouncedBeforeTheirContentComes() {
        Answer made = create(ADA, PHOTO).send();

        assertThat(made)
                .hasStatus(201)
                .wasAllowed()
                .hasMembersOnly("", "file")
                .hasMembersOnly("/file", "id", "status", "category", "contentType", "upload")
                .has("/file/status", "pending")
                .has("/file/category", "image")
                .has("/file/contentType", "image/png")
                .hasMembersOnly("/file/upload", "url", "formData", "expiresAt")
                .has("/file/upload/url", bank.baseUrl() + "/_sandbank/uploads/" + made.text("/file/id"))
                .hasMembersOnly("/file/upload/formData", "key")
                .has("/file/upload/expiresAt", "2031-03-03T09:10:00.000Z");
        assertThat(file(ADA, made.text("/file/id")))
                .hasStatus(200)
                .hasMembersOnly("/file", "id", "status", "category", "contentType")
                .has("/file/status", "pending");
    }

    @Test
    void areUploadedAsSoonAsATestSaysSo() {
        assertThat(file(ADA, ADAS_STATEMENT)).has("/file/status", "pending");

        bank.resource("files", ADAS_STATEMENT).set("status", "uploaded");

        assertThat(file(ADA, ADAS_STATEMENT)).hasStatus(200).wasAllowed().has("/file/status", "uploaded");
    }

    @Test
    void tellWhereTheyAreIfTheFixtureDoes() {
        assertThat(file(ADA, ADAS_PHOTO)).has("/file/status", "uploaded").lacks("/file/download");

        Map<String, String> download =
                Map.of("url", "https://files.example.test/1", "expiresAt", "2031-03-04T09:00:00.000Z");
        bank.resource("files", ADAS_PHOTO).set("download", download);

        assertThat(file(ADA, ADAS_PHOTO)).has("/file/download/url", "https://files.example.test/1");
    }

    @Test
    void areNobodyElses() {
        assertThat(file(ADA, BRUNOS_PHOTO)).hasStatus(404).has("/details/entity", "file");
    }

    @ParameterizedTest
    @CsvSource({"image, application/pdf", "document, video/mp4", "video, image/png"})
    void areOfTheTypesOfTheirCategory(String category, String type) {
        assertThat(create(ADA, "{\"category\": \"" + category + "\", \"contentType\": \"" + type + "\"}"))
                .hasStatus(409)
                .has("/code", "file_content_type_not_allowed")
                .lacks("/details");
    }

    @Test
    void areNotTooMany() {
        assertThat(create(ADA, PHOTO)).hasStatus(201);

        assertThat(create(ADA, PHOTO))
                .hasStatus(409)
                .has("/code", "max_files_limit_exceeded")
                .lacks("/details");
    }

    @ParameterizedTest
    @CsvSource({"sound, image/png, category, enum", "image, '', contentType, minLength"})
    void areOfACategoryAndAType(String category, String type, String property, String rule) {
        assertThat(create(ADA, "{\"category\": \"" + category + "\", \"contentType\": \"" + type + "\"}"))
                .hasStatus(400)
                .has("/details/violations/0/property", property)
                .has("/details/violations/0/rule", rule);
    }

    @Test
    void keepWhatIsNotedOnThemUnlessItIsTooLong() {
        String id = create(ADA, PHOTO.replace("}", ", \"metadata\": {\"note\": \"x\"}}"))
                .send()
                .text("/file/id");
        assertThat(get(bank, "/core/files/" + id + "/metadata")
                        .bearer(bank.tokens().forClient("notes"))
                        .onBehalfOf(ADA))
                .has("/metadata/note", "x");

        bank.reset();
        String tooLong = ", \"metadata\": {\"note\": \"" + "x".repeat(1024) + "\"}}";
        assertThat(create(ADA, PHOTO.replace("}", tooLong)))
                .hasStatus(201)
                .has("/errors/metadata/code", "content_too_large");
    }

    @Test
    void canBeOfTheCategoriesOfTheSettings() {
        HttpCall settings = get(bank, "/core/files/settings?category=image").bearer(care());

        assertThat(settings).hasStatus(200).wasAllowed().hasBody("""
                {"settings": {"image": {"allowedContentTypes": ["image/png", "image/jpeg"], "minFileSize": 1,
                 "maxFileSize": 10000000, "expiresIn": 600}}}
                """);
        assertThat(get(bank, "/core/files/settings").bearer(care()).onBehalfOf(MALLORY))
                .hasStatus(200)
                .hasMembersOnly("/settings", "document", "image", "video");
        assertThat(get(bank, "/core/files/settings?category=sound").bearer(care()))
                .hasStatus(400)
                .has("/details/context", "query");
    }

    @Test
    void areNotMadeForABlockedUserOrForNobody() {
        assertThat(create(MALLORY, PHOTO)).hasStatus(409).has("/code", "operation-not-allowed");
        assertThat(post(bank, "/core/files").bearer(care()).json(PHOTO))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");
    }

    @Test
    void areExportedAsTheyAre() {
        String id = create(ADA, PHOTO).send().text("/file/id");

        try (Sandbank copy = Sandbank.builder().fixtureText(bank.export()).start()) {
            assertThat(copy.resource("files", id).get("/upload/key"))
                    .isEqualTo(bank.resource("files", id).get("/upload/key"));
        }
    }

    private HttpCall create(String user, String body) {
        return post(bank, "/core/files").bearer(care()).onBehalfOf(user).json(body);
    }

    private HttpCall file(String user, String id) {
        return call(bank, "GET", "/core/files/" + id).bearer(care()).onBehalfOf(user);
    }

    private String care() {
        return bank.tokens().forClient("care");
    }
}
