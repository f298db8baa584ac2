package com.leecyber.support.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page, and where one goes from there. */
@Controller
class SignInPage {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** Where each role works; the first role that somebody has decides. */
    private static final Map<String, String> WORKPLACES = new LinkedHashMap<>();

    static {
        WORKPLACES.put("ROLE_L1", TASKLIST);
        WORKPLACES.put("ROLE_L2", TASKLIST);
        WORKPLACES.put("ROLE_SHIFT_LEAD", TASKLIST);
        WORKPLACES.put("ROLE_OPERATIONS", TASKLIST);
        WORKPLACES.put("ROLE_PROCESS_OWNER", "/changes");
        WORKPLACES.put("ROLE_CAMUNDA_ADMIN", "/camunda/app/admin/default/");
        WORKPLACES.put("ROLE_AUDITOR", "/audit");
    }

    private final SignInWays ways;

    SignInPage(SignInWays ways) {
        this.ways = ways;
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("password", ways.password());
        model.addAttribute("providers", ways.providers());
        return "sign-in";
    }

    @GetMapping("/")
    String workplace(Authentication signedIn) {
        var roles = signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        return "redirect:"
                + WORKPLACES.entrySet().stream()
                        .filter(workplace -> roles.contains(workplace.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("/camunda/app/welcome/default/");
    }
}
