package com.leecyber.support.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * Russian or English: as {@code ?lang=} says, else as the reader is known to prefer, else as the browser or client says,
 * else Russian.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
public class ReaderLanguage extends AcceptHeaderLocaleResolver {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    // The query string is read by hand: asking for a parameter would read a body that nobody has measured yet.
    private static final Pattern CHOSEN = Pattern.compile("(?:^|&)lang=(ru|en)(?:&|$)");

    private static final String KNOWN = ReaderLanguage.class.getName();

    ReaderLanguage() {
        setSupportedLocales(List.of(RUSSIAN, Locale.ENGLISH));
        setDefaultLocale(RUSSIAN);
    }

    /** Whoever sends this request is known to prefer that language. */
    public static void prefer(Locale language, HttpServletRequest request) {
        request.setAttribute(KNOWN, language);
    }

    /** What {@code ?lang=} says in this request. */
    public static Optional<Locale> chosen(HttpServletRequest request) {
        String query = request.getQueryString();
        Matcher chosen = CHOSEN.matcher(query == null ? "" : query);
        return chosen.find() ? Optional.of(Locale.forLanguageTag(chosen.group(1))) : Optional.empty();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request)
                .or(() -> Optional.ofNullable((Locale) request.getAttribute(KNOWN)))
                .orElseGet(() -> super.resolveLocale(request));
    }
}
