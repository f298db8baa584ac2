package com.leecyber.support.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The API's description says what the API does, in the reader's language. */
@HttpDeskTest
class ApiDescriptionTest {

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void describesEveryOperationInBothLanguages() throws Exception {
        for (String language : new String[] {"ru", "en"}) {
            HttpResponse<String> answer =
                    Visitor.anonymous(port).get("/v3/api-docs?lang=" + language, "Accept-Language", language);
            JsonNode description = json.readTree(answer.body());

            assertThat(answer.body()).doesNotContain("api.docs.");
            assertThat(description.at("/paths").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "/api/v1/tickets",
                            "/api/v1/tickets/{number}",
                            "/api/v1/tickets/{number}/messages",
                            "/api/v1/tickets/{number}/withdrawal",
                            "/api/v1/tickets/{number}/files",
                            "/api/v1/tickets/{number}/files/{key}",
                            "/api/v1/releases");
            description
                    .at("/paths")
                    .forEach(path -> path.forEach(operation ->
                            assertThat(operation.path("summary").asText()).isNotBlank()));
            assertThat(description
                            .at("/components/securitySchemes/token/scheme")
                            .asText())
                    .isEqualTo("bearer");
        }
    }

    @Test
    void hasAPageThatRunsItsOwnScriptsOnly() {
        HttpResponse<String> page = Visitor.anonymous(port).get("/swagger-ui/index.html");

        assertThat(page.body()).doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
    }
}
