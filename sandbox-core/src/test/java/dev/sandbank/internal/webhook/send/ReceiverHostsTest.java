package dev.sandbank.internal.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/hook",
                "http://127.255.255.254:8080/",
                "HTTPS://localhost:8443/hook?a=b",
                "http://LOCALHOST/",
                "http://[::1]:9000/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[0000:0000:0000:0000:0000:0000:0000:0001]/"
            })
    void areThisMachine(String url) {
        assertThat(ReceiverHosts.LOOPBACK.refusal(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://[::2]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::1%25eth0]/",
                "http://2130706433/",
                "http://127.1/",
                "http://0177.0.0.1/",
                "http://127.0.0.01/",
                "http://0x7f.0.0.1/",
                "http://0x7f000001/",
                "http://127.0.0.256/",
                "http://127.0.0.1.nip.io/",
                "http://localhost.example.com/",
                "http://localhost./",
                "http://sub.localhost/",
                "http://127.0.0.1@example.com/",
                "http://user:pass@127.0.0.1/",
                "http://example.com/?127.0.0.1",
                "http://example.com#127.0.0.1",
                "http:///hook",
                "http:127.0.0.1",
                "//127.0.0.1/",
                "/hook",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "http://127.0.0.1:0/",
                "http://127.0.0.1:65536/"
            })
    void areNotThisMachine(String url) {
        assertThat(ReceiverHosts.LOOPBACK.refusal(URI.create(url))).isPresent();
    }

    @Test
    void canBeAllowedByName() {
        ReceiverHosts hosts = ReceiverHosts.and(List.of("Receiver.test", "[2001:db8::1]"));

        assertThat(hosts.refusal(URI.create("https://receiver.TEST/hook"))).isEmpty();
        assertThat(hosts.refusal(URI.create("http://[2001:db8::1]:81/"))).isEmpty();
        assertThat(hosts.refusal(URI.create("http://127.0.0.1/"))).isEmpty();
        assertThat(hosts.refusal(URI.create("https://other.receiver.test/")))
                .contains("it does not lead to this machine, and its host was not allowed");
        assertThat(hosts.refusal(URI.create("https://receiver.test.example.com/")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://receiver.test", "receiver.test:80", "*.test", "", "a b", "receiver.test/hook", "-"})
    void areNamedWithoutAnythingElse(String host) {
        assertThatThrownBy(() -> ReceiverHosts.and(List.of(host)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without scheme and port");
    }
}
