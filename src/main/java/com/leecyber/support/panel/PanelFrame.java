package com.leecyber.support.panel;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.status.StatusBoard;
import com.leecyber.support.status.StatusNotice;
import com.leecyber.support.status.StatusTimes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page of the panel needs beside its own content. */
@ControllerAdvice(basePackageClasses = PanelFrame.class)
class PanelFrame {

    private final Customers customers;
    private final StatusBoard board;
    private final MessageSource messages;
    private final ZoneId zone;
    private final Clock clock;

    PanelFrame(
            Customers customers,
            StatusBoard board,
            MessageSource messages,
            @Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone,
            Clock clock) {
        this.customers = customers;
        this.board = board;
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * The header of a page.
     *
     * @param customer null on the sign-in page
     * @param page where a script reads this page again, and a form that was sent is found
     * @param russian the same page in Russian
     * @param english the same page in English
     * @param news works and incidents that a customer must not overlook (R6.1)
     */
    record Frame(Customer customer, String page, String russian, String english, List<StatusNotice> news) {}

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, @AuthenticationPrincipal SignedInCustomer signedIn) {
        Customer customer = signedIn == null
                ? null
                : customers.findById(signedIn.customerId()).orElseThrow(Missing::new);
        UriComponentsBuilder page = page(request);
        return new Frame(
                customer,
                page.replaceQueryParam("lang").build().toUriString(),
                page.replaceQueryParam("lang", "ru").build().toUriString(),
                page.replaceQueryParam("lang", "en").build().toUriString(),
                board.banner());
    }

    @ModelAttribute("times")
    PanelTimes times(Locale locale) {
        return new PanelTimes(messages, zone, locale, clock.instant());
    }

    @ModelAttribute("windows")
    StatusTimes windows(Locale locale) {
        return new StatusTimes(zone, locale);
    }

    private static UriComponentsBuilder page(HttpServletRequest request) {
        if (request.getMethod().equals("POST")) {
            return UriComponentsBuilder.fromUriString(AskedPage.of(request));
        }
        return UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString());
    }
}
