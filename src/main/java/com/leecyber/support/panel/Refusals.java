package com.leecyber.support.panel;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The page that says what cannot be done and what to do instead; before and behind the controllers it is the same. */
@Component
class Refusals {

    private static final String VIEW = "panel/refusal";

    private final ThymeleafViewResolver views;
    private final LocaleResolver language;

    Refusals(ThymeleafViewResolver views, LocaleResolver language) {
        this.views = views;
        this.language = language;
    }

    /** The page that shows {@code <key>.title} and {@code <key>.text}. */
    static ModelAndView page(HttpStatus status, String key) {
        return new ModelAndView(VIEW, Map.of("key", key), status);
    }

    /** The same, when no controller was reached. */
    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException, ServletException {
        Locale locale = language.resolveLocale(request);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, language);
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        try {
            View view = views.resolveViewName(VIEW, locale);
            view.render(Map.of("key", key), request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }
}
