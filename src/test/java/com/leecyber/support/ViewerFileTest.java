package com.leecyber.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The address in templates/difference.html leads to a file, whatever version of the viewer is on the classpath. */
@DeskTest
class ViewerFileTest {

    private static final String VIEWER = "/webjars/bpmn-js/dist/bpmn-navigated-viewer.production.min.js";

    @Autowired
    private WebApplicationContext desk;

    @Test
    void theViewersScriptIsThere() throws Exception {
        // Behind the filter chains: who may ask for it is said elsewhere.
        MockHttpServletResponse answer = MockMvcBuilders.webAppContextSetup(desk)
                .build()
                .perform(get(VIEWER))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).contains("javascript");
        assertThat(DifferencePages.read("src/main/resources/templates/difference.html"))
                .contains(VIEWER);
    }
}
