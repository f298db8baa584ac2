package com.leecyber.support.ticket;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The services and modules that a request can be about (R5.1). */
@Validated
@ConfigurationProperties("support.catalogue")
public record ServiceCatalogue(@Valid @NotEmpty List<Service> services) {

    /**
     * One service or module.
     *
     * @param affected what a problem with it touches, until L1 has looked
     */
    public record Service(
            @NotBlank String code,
            @NotBlank String ru,
            @NotBlank String en,
            @NotNull Impact.Affected affected) {

        /** Its name in the reader's language. */
        public String label(Locale language) {
            return "en".equals(language.getLanguage()) ? en : ru;
        }
    }

    /** The service with that code. */
    public Optional<Service> find(String code) {
        return services.stream().filter(service -> service.code().equals(code)).findFirst();
    }

    /**
     * The service with that code.
     *
     * @throws InvalidInput naming the known codes when there is none
     */
    public Service get(String code) {
        return find(code).orElseThrow(() -> new InvalidInput("service", "input.unknown-service", codes()));
    }

    /**
     * The codes that somebody has chosen, each once; each must be a service's.
     *
     * @param field where they were chosen
     * @throws InvalidInput naming the known codes when one is none
     */
    public List<String> known(String field, Collection<String> chosen) {
        if (chosen.stream().anyMatch(code -> find(code).isEmpty())) {
            throw new InvalidInput(field, "input.unknown-service", codes());
        }
        return chosen.stream().distinct().toList();
    }

    private String codes() {
        return String.join(", ", services.stream().map(Service::code).toList());
    }
}
