package com.leecyber.support.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** A real OpenID Connect provider on a port of its own, whose people a test makes, moves and locks out. */
final class TestProvider implements AutoCloseable {

    static final String CLIENT = "desk";
    static final String SECRET = "of-the-test";
    static final String PASSWORD = "at-the-provider";

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();
    private final State state = new State();
    private final int port;

    private TestProvider() {
        context.registerBean(State.class, () -> state);
        context.register(Server.class);
        context.refresh();
        port = context.getWebServer().getPort();
    }

    static TestProvider started() {
        return new TestProvider();
    }

    /** Whose cookies are not the desk's: that one is called localhost. */
    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** The desk that may send its people here. */
    void serves(int port, String registration) {
        serves(port, "/login/oauth2/code/" + registration, "/sign-in");
    }

    /** The desk that may send its customers here. */
    void servesPanel(int port, String registration) {
        serves(port, "/panel/login/oauth2/code/" + registration, "/panel/sign-in");
    }

    private void serves(int port, String comesBackTo, String signsOutTo) {
        String desk = "http://localhost:" + port;
        state.client = RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(desk + comesBackTo)
                .postLogoutRedirectUri(desk + signsOutTo)
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile")))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder().reuseRefreshTokens(false).build())
                .build();
    }

    /** Somebody whom the desk shall call by their account. */
    void has(String account, String... groups) {
        state.people.put(account, Map.of("preferred_username", account, "groups", List.of(groups)));
    }

    /** Somebody with these claims. */
    void has(String account, Map<String, Object> claims) {
        state.people.put(account, claims);
    }

    void locksOut(String account) {
        state.people.remove(account);
    }

    /** Every ID token from now on, until this is called again with one that does nothing. */
    void spoils(Consumer<JwtClaimsSet.Builder> idTokens) {
        state.spoiling = idTokens;
    }

    /** Whether each request is answered with 503. */
    void isDown(boolean down) {
        state.down = down;
    }

    /** As the provider tells that all sessions of somebody ended. */
    String logoutToken(String account, String audience) {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(issuer())
                .audience(List.of(audience))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(60))
                .id(UUID.randomUUID().toString())
                .subject(account)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .build();
        return new NimbusJwtEncoder(state.keys)
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    /** From now on nobody answers at its port. */
    @Override
    public void close() {
        context.close();
    }

    private static final class State {
        final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
        final JWKSource<SecurityContext> keys = keys();
        volatile RegisteredClient client;
        volatile Consumer<JwtClaimsSet.Builder> spoiling = claims -> {};
        volatile boolean down;

        Map<String, Object> claims(String account) {
            Map<String, Object> known = people.get(account);
            if (known == null) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
            }
            return known;
        }

        private static JWKSource<SecurityContext> keys() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                var pair = generator.generateKeyPair();
                return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                        .privateKey((RSAPrivateKey) pair.getPrivate())
                        .keyID("key")
                        .build()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Server {

        @Bean
        TomcatServletWebServerFactory tomcat() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        FilterRegistrationBean<Filter> outage(State state) {
            FilterRegistrationBean<Filter> outage = new FilterRegistrationBean<>((request, response, chain) -> {
                if (state.down) {
                    ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                } else {
                    chain.doFilter(request, response);
                }
            });
            outage.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return outage;
        }

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http, State state) throws Exception {
            OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(server.getEndpointsMatcher())
                    .with(
                            server,
                            protocol -> protocol.oidc(oidc -> oidc.userInfoEndpoint(people -> people.userInfoMapper(
                                    asked -> userInfo(asked.getAuthorization().getPrincipalName(), state)))))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .oauth2ResourceServer(bearer -> bearer.jwt(Customizer.withDefaults()))
                    .exceptionHandling(
                            refusal -> refusal.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(AbstractHttpConfigurer::disable)
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService accounts(State state) {
            return account -> User.withUsername(account)
                    .password("{noop}" + PASSWORD)
                    .roles("PERSON")
                    .disabled(!state.people.containsKey(account))
                    .build();
        }

        @Bean
        RegisteredClientRepository desks(State state) {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    state.client = client;
                }

                @Override
                public RegisteredClient findById(String id) {
                    return state.client;
                }

                @Override
                public RegisteredClient findByClientId(String id) {
                    return CLIENT.equals(id) ? state.client : null;
                }
            };
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(State state) {
            return token -> {
                Map<String, Object> claims = state.claims(token.getPrincipal().getName());
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    claims.forEach(token.getClaims()::claim);
                    state.spoiling.accept(token.getClaims());
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> jwkSource(State state) {
            return state.keys;
        }

        @Bean
        JwtDecoder jwtDecoder(State state) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(state.keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        private static OidcUserInfo userInfo(String account, State state) {
            return OidcUserInfo.builder()
                    .subject(account)
                    .claims(claims -> claims.putAll(state.claims(account)))
                    .build();
        }
    }
}
