package com.leecyber.support.panel;

import com.leecyber.support.security.CustomerSignIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The panel's own sign-in page, and the way in for whoever types the shortest address. */
@Controller
class SignInController {

    private final CustomerSignIn provider;
    private final boolean demo;

    SignInController(CustomerSignIn provider, ObjectProvider<DemoSignIn> demo) {
        this.provider = provider;
        this.demo = demo.getIfAvailable() != null;
    }

    @GetMapping("/panel/sign-in")
    String signIn(@AuthenticationPrincipal SignedInCustomer customer, Model model) {
        if (customer != null) {
            return "redirect:" + AskedPage.TICKETS;
        }
        model.addAttribute("provider", provider.provider().orElse(null));
        model.addAttribute("providerName", provider.name().orElse(null));
        model.addAttribute("demo", demo);
        return "panel/sign-in";
    }

    @GetMapping({"/panel", "/panel/"})
    String tickets() {
        return "redirect:" + AskedPage.TICKETS;
    }
}
