package com.leecyber.support.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Russian or English: as {@code ?lang=} says, else as the browser or client prefers, else Russian. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class ReaderLanguage extends AcceptHeaderLocaleResolver {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    // The query string is read by hand: asking for a parameter would read a body that nobody has measured yet.
    private static final Pattern CHOSEN = Pattern.compile("(?:^|&)lang=(ru|en)(?:&|$)");

    ReaderLanguage() {
        setSupportedLocales(List.of(RUSSIAN, Locale.ENGLISH));
        setDefaultLocale(RUSSIAN);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String query = request.getQueryString();
        Matcher chosen = CHOSEN.matcher(query == null ? "" : query);
        return chosen.find() ? Locale.forLanguageTag(chosen.group(1)) : super.resolveLocale(request);
    }
}
