package com.leecyber.support.inspection;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The bare entries of any chain: works, incidents, changes, mails, accesses. */
@Controller
class ChainController {

    private final ChainPages pages;

    ChainController(ChainPages pages) {
        this.pages = pages;
    }

    /**
     * A stretch of a chain.
     *
     * @param from the sequence of the first entry shown
     */
    @GetMapping("/audit/chains/{chain}")
    String chain(@PathVariable String chain, @RequestParam(defaultValue = "1") int from, Model model, Locale language) {
        model.addAttribute("chain", pages.page(chain, from, language));
        return "audit/chain";
    }
}
