package com.leecyber.support.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpDeskTest
class StatusPageTest {

    @LocalServerPort
    private int port;

    @Test
    void anybodyReadsItWithoutASession() {
        HttpResponse<String> page = Visitor.anonymous(port).get("/status");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Состояние Платформы", "Projects", "Docs")
                .doesNotContain("??");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control")).contains("public, max-age=15");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'none'");
    }

    @Test
    void itSpeaksEnglishToo() {
        assertThat(Visitor.anonymous(port).get("/status?lang=en").body())
                .contains("Platform status")
                .doesNotContain("??", "Работает");
    }

    @Test
    void nothingCanBeSentToIt() {
        assertThat(Visitor.anonymous(port).form("/status", "a", "b").statusCode())
                .isEqualTo(404);
    }
}
