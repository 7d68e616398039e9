package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageHeadersTest {

    private static final List<String> NAMES =
            List.of("Link", "X-After-Cursor", "X-Per-Page", "X-Total-Count", "X-Total-Pages", "X-Request-Id");

    @Test
    void tellOfTheNextPageByItsCursor() {
        assertThat(PageHeaders.of(NAMES, new PageParameters("cursor", Map.of("start", "cursor", "size", "limit"))))
                .isEqualTo(
                        Yaml.of(
                                "{Link: '${link}', X-After-Cursor: '${cursor}', X-Per-Page: '${size}', X-Total-Count: '${matching}'}"));
    }

    @Test
    void tellHowManyPagesThereAre() {
        assertThat(PageHeaders.of(NAMES, new PageParameters("page", Map.of("start", "page", "size", "limit"))))
                .isEqualTo(
                        Yaml.of(
                                "{Link: '${link}', X-Per-Page: '${size}', X-Total-Count: '${matching}', X-Total-Pages: '${pages}'}"));
    }

    @Test
    void haveNoLinksToPagesThatContentAsksFor() {
        PageParameters pages = new PageParameters("cursor", Map.of("start", "/cursor", "size", "/limit"));

        assertThat(PageHeaders.of(List.of("Link", "Cursor"), pages)).isEqualTo(Yaml.of("{Cursor: '${cursor}'}"));
    }
}
