package com.leecyber.support.panel;

import com.leecyber.support.security.ReaderLanguage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * In front of everything in the panel: finds out the reader's language, sends strangers to the sign-in before a byte of
 * their form is read, ends the sessions of customers who were erased, and refuses forms that are too large to be read at
 * all.
 */
final class PanelDoor extends OncePerRequestFilter {

    private static final String COOKIE = "panel-language";
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final Set<String> LANGUAGES = Set.of("ru", "en");

    private final AuthenticationEntryPoint signIn;
    private final Refusals refusals;
    private final LongPredicate erased;

    /** @param erased whether a customer's data were erased, so that nobody is signed in as them any more */
    PanelDoor(AuthenticationEntryPoint signIn, Refusals refusals, LongPredicate erased) {
        this.signIn = signIn;
        this.refusals = refusals;
        this.erased = erased;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedInCustomer> customer = customer();
        if (customer.filter(known -> erased.test(known.customerId())).isPresent()) {
            endSession(request);
            signIn.commence(request, response, null);
            return;
        }
        speak(request, response, customer);
        boolean form = isForm(request);
        if (customer.isEmpty() && (form || !isOpen(request))) {
            signIn.commence(request, response, null);
        } else if (form && !isReadable(request)) {
            refusals.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "panel.too-large");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void endSession(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    }

    private static Optional<SignedInCustomer> customer() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof SignedInCustomer customer
                ? Optional.of(customer)
                : Optional.empty();
    }

    /** What was chosen here before goes first, then what the desk writes to them in. */
    private static void speak(
            HttpServletRequest request, HttpServletResponse response, Optional<SignedInCustomer> customer) {
        ReaderLanguage.chosen(request).ifPresent(language -> remember(language, request, response));
        cookie(request)
                .or(() -> customer.map(SignedInCustomer::language))
                .ifPresent(language -> ReaderLanguage.prefer(language, request));
    }

    static void remember(Locale language, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, language.getLanguage())
                .path("/panel")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Optional<Locale> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(LANGUAGES::contains)
                .findFirst()
                .map(Locale::forLanguageTag);
    }

    private static boolean isOpen(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/panel/sign-in")
                || path.startsWith("/panel/oauth2/authorization/")
                || path.startsWith("/panel/login/oauth2/code/");
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean isReadable(HttpServletRequest request) throws IOException {
        try {
            request.getParts();
            return true;
        } catch (IllegalStateException | ServletException tooLarge) {
            return false;
        }
    }
}
