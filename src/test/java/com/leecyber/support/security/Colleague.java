package com.leecyber.support.security;

import com.leecyber.support.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;

/** Somebody who signs in through a provider with a browser, redirect by redirect. */
final class Colleague {

    private final Visitor browser;
    private final String registration;

    private Colleague(int port, String registration) {
        this.browser = Visitor.anonymous(port);
        this.registration = registration;
    }

    static Colleague at(int port, String registration) {
        return new Colleague(port, registration);
    }

    /** Signed in, and known to Camunda's applications. */
    static Visitor signedIn(int port, String registration, String account) {
        Colleague colleague = at(port, registration);
        HttpResponse<String> answer = colleague.signIn(account);
        if (!location(answer).endsWith("/")) {
            throw new AssertionError("Signing in led to " + location(answer));
        }
        colleague.browser.get("/camunda/app/welcome/default/");
        return colleague.browser.with(
                "X-XSRF-TOKEN", colleague.browser.cookie("XSRF-TOKEN").orElseThrow());
    }

    Visitor browser() {
        return browser;
    }

    /** What the desk says in the end. */
    HttpResponse<String> signIn(String account) {
        return browser.get(callback(account));
    }

    /** The address with code and state that the provider sends the browser to. */
    String callback(String account) {
        String provider = location(browser.get("/oauth2/authorization/" + registration));
        HttpResponse<String> asked = browser.get(provider);
        if (location(asked).endsWith("/login")) {
            String login = URI.create(provider).resolve("/login").toString();
            asked = browser.form(login, "username", account, "password", TestProvider.PASSWORD);
            asked = browser.get(location(asked));
        }
        return location(asked);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(
                        answer.uri() + " led nowhere: " + answer.statusCode() + " " + answer.body()));
    }
}
