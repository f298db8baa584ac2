package com.leecyber.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A configuration with which nobody, or anybody, could sign in does not start, and says why. */
class SignInWaysTest {

    private static final String CORPORATE = "spring.security.oauth2.client.registration.corporate.";
    private static final String[] PROVIDER = {
        CORPORATE + "client-id=desk",
        CORPORATE + "client-name=Компания",
        "spring.security.oauth2.client.provider.corporate.issuer-uri=http://127.0.0.1:1"
    };

    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties({SignInSettings.class, OidcSettings.class, CustomerProvider.class})
    @Import({SignInWays.class, ProviderRegistrations.class})
    static class Ways {}

    private final ApplicationContextRunner desk = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Ways.class);

    @Test
    void withoutAProviderThereIsThePassword() {
        desk.run(started -> {
            SignInWays ways = started.getBean(SignInWays.class);
            assertThat(ways.password()).isTrue();
            assertThat(ways.providers()).isEmpty();
        });
    }

    /** Nobody listens at the provider's address. */
    @Test
    void startsWhileTheProviderIsDown() {
        desk.withPropertyValues(PROVIDER)
                .withPropertyValues(
                        CORPORATE + "scope=openid",
                        "support.sign-in.password=false",
                        "support.sign-in.oidc.teams.shift-lead=/desk/leads")
                .run(started -> {
                    SignInWays ways = started.getBean(SignInWays.class);
                    assertThat(ways.password()).isFalse();
                    assertThat(ways.providers()).containsEntry("corporate", "Компания");
                });
    }

    /** As docs/operator.md shows it. */
    @Test
    void environmentVariablesAreEnough() {
        Map<String, Object> variables = Map.of(
                "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_CORPORATE_CLIENTID", "support-desk",
                "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_CORPORATE_CLIENTNAME", "учётную запись компании",
                "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_CORPORATE_SCOPE", "openid,profile,email",
                "SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_CORPORATE_ISSUERURI", "http://127.0.0.1:1",
                "SUPPORT_SIGNIN_OIDC_TEAMS_SHIFTLEAD", "/desk/leads,/desk/deputies",
                "SUPPORT_SIGNIN_OIDC_TEAMS_CAMUNDAADMIN", "/desk/administrators",
                "SUPPORT_SIGNIN_PASSWORD", "false");
        desk.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables)))
                .run(started -> {
                    SignInWays ways = started.getBean(SignInWays.class);
                    assertThat(ways.password()).isFalse();
                    assertThat(ways.providers()).containsEntry("corporate", "учётную запись компании");
                    assertThat(started.getBean(OidcSettings.class).teams().of(List.of("/desk/deputies", "x")))
                            .containsExactly("shift-lead");
                });
    }

    @Test
    void theCustomersProviderIsNoneOfTheStaffs() {
        desk.withPropertyValues(PROVIDER)
                .withPropertyValues(CORPORATE + "scope=openid", "support.panel.sign-in.provider=corporate")
                .run(started -> {
                    assertThat(started.getBean(SignInWays.class).providers()).isEmpty();
                    ProviderRegistrations registrations = started.getBean(ProviderRegistrations.class);
                    assertThat(registrations.ofStaff()).isEmpty();
                    assertThat(registrations.ofCustomers()).isPresent();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "support.sign-in.password=false                                                  | nobody could sign in",
                "PROVIDER openid                                                                 | none of its groups",
                "PROVIDER openid support.sign-in.oidc.teams.l1=                                  | none of its groups",
                "support.panel.sign-in.provider=nobody                                           | names no registration",
                "PROVIDER profile support.panel.sign-in.provider=corporate                       | must contain openid",
                "PROVIDER openid support.panel.sign-in.provider=corporate support.sign-in.password=false | nobody could sign in",
                "PROVIDER profile support.sign-in.oidc.teams.l1=/desk/first                      | must contain openid"
            })
    void saysWhatIsMissing(String configuration, String named) {
        String[] words = configuration.strip().split(" ");
        boolean provider = words[0].equals("PROVIDER");
        desk.withPropertyValues(provider ? PROVIDER : new String[0])
                .withPropertyValues(provider ? new String[] {CORPORATE + "scope=" + words[1]} : new String[0])
                .withPropertyValues(
                        Stream.of(words).filter(word -> word.contains("=")).toArray(String[]::new))
                .run(failed -> assertThat(failed).getFailure().hasStackTraceContaining(named));
    }
}
