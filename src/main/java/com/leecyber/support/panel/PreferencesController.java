package com.leecyber.support.panel;

import com.leecyber.support.customer.ContactChannel;
import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a customer wants to be written to: the language, the channel, and the chat that is theirs (R3.1.1). */
@Controller
@RequestMapping("/panel/preferences")
class PreferencesController {

    private static final String AGAIN = "redirect:/panel/preferences";
    private static final Set<String> LANGUAGES = Set.of("ru", "en");

    private final Customers customers;
    private final ContactDetails contacts;
    private final Limits limits;
    private final FormAnswer answer;
    private final String botName;

    PreferencesController(
            Customers customers,
            ContactDetails contacts,
            Limits limits,
            FormAnswer answer,
            @Value("${support.telegram.name:leecyberbot}") String botName) {
        this.customers = customers;
        this.contacts = contacts;
        this.limits = limits;
        this.answer = answer;
        this.botName = botName;
    }

    /** What is chosen on the page. */
    record Choice(String language, String channel) {}

    @GetMapping
    String read(@AuthenticationPrincipal SignedInCustomer signedIn, Model model) {
        Customer customer = customer(signedIn);
        answer.clean(model);
        return page(
                customer,
                new Choice(
                        customer.language().getLanguage(),
                        customer.preferredChannel().name()),
                model);
    }

    @PostMapping
    String prefer(
            @AuthenticationPrincipal SignedInCustomer signedIn,
            Choice choice,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        limits.post(request.getRemoteAddr());
        Customer customer = customer(signedIn);
        Optional<ContactChannel> channel = Arrays.stream(ContactChannel.values())
                .filter(known -> known.name().equals(choice.channel()))
                .findFirst();
        try {
            check(customer, choice, channel);
        } catch (InvalidInput invalid) {
            answer.invalid(invalid, List.of(), model, response);
            return page(customer, choice, model);
        }
        Locale language = Locale.forLanguageTag(choice.language());
        contacts.prefer(customer.id(), channel.orElseThrow(), language);
        PanelDoor.remember(language, request, response);
        next.addFlashAttribute("notice", "panel.preferences.saved");
        return AGAIN;
    }

    /** The code is shown once, on the page that this leads to. */
    @PostMapping("/chat-code")
    String makeChatCode(
            @AuthenticationPrincipal SignedInCustomer signedIn, HttpServletRequest request, RedirectAttributes next) {
        limits.post(request.getRemoteAddr());
        next.addFlashAttribute("code", contacts.chatCode(customer(signedIn).id()));
        return AGAIN;
    }

    @PostMapping("/chat-removal")
    String forgetChat(
            @AuthenticationPrincipal SignedInCustomer signedIn, HttpServletRequest request, RedirectAttributes next) {
        limits.post(request.getRemoteAddr());
        customer(signedIn).chat().ifPresent(contacts::unlinkChat);
        next.addFlashAttribute("notice", "panel.chat.removed");
        return AGAIN;
    }

    private static void check(Customer customer, Choice choice, Optional<ContactChannel> channel) {
        List<FieldError> errors = new ArrayList<>();
        if (choice.language() == null || !LANGUAGES.contains(choice.language())) {
            errors.add(new FieldError("language", "input.choose"));
        }
        if (channel.isEmpty()) {
            errors.add(new FieldError("channel", "input.choose"));
        } else if (channel.get() == ContactChannel.TELEGRAM && customer.chat().isEmpty()) {
            errors.add(new FieldError("channel", "panel.chat.first"));
        }
        InvalidInput.throwIfAny(errors);
    }

    private Customer customer(SignedInCustomer signedIn) {
        return customers.findById(signedIn.customerId()).orElseThrow(Missing::new);
    }

    private String page(Customer customer, Choice choice, Model model) {
        model.addAttribute("choice", choice);
        model.addAttribute("linked", customer.chat().isPresent());
        model.addAttribute("botName", botName);
        return "panel/preferences";
    }
}
