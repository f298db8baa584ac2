package com.leecyber.support.security;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The calls to a provider, which may never hold a request up for long: a provider can be slow or gone. */
final class ProviderConnection {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final ClientHttpRequestFactory REQUESTS = requests();

    private ProviderConnection() {}

    static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(tokenEndpoint());
        return codes;
    }

    static OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshing() {
        RestClientRefreshTokenTokenResponseClient refreshing = new RestClientRefreshTokenTokenResponseClient();
        refreshing.setRestClient(tokenEndpoint());
        return refreshing;
    }

    static OidcUserService people() {
        RestTemplate calls = new RestTemplate(REQUESTS);
        calls.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(calls);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(userInfo);
        people.setRetrieveUserInfo(request -> StringUtils.hasText(request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUri()));
        return people;
    }

    private static RestClient tokenEndpoint() {
        return RestClient.builder()
                .requestFactory(REQUESTS)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.addAll(List.of(
                            new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private static ClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }
}
