package com.leecyber.support.channel;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How the API is read and described; its page is at {@code /api}. */
@Configuration
@OpenAPIDefinition(
        info = @Info(title = "api.docs.title", description = "api.docs.about", version = "1"),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
class ApiConfiguration implements WebMvcConfigurer {

    private final StrictJson strictJson;

    ApiConfiguration(StrictJson strictJson) {
        this.strictJson = strictJson;
    }

    /** First of all: no lenient converter may read a body of the API. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.remove(strictJson);
        converters.add(0, strictJson);
    }
}
