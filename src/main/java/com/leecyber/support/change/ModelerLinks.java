package com.leecyber.support.change;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** After a deployment Camunda Modeler offers a link; here it leads to the proposal that the deployment has become. */
@Controller
class ModelerLinks {

    private static final Pattern DEPLOYMENT = Pattern.compile("\"value\":\"(\\d{1,18})\"");

    /** Where Modeler asks for the addresses of the engine's pages. */
    @GetMapping("/.well-known/camunda-automation-platform/webapps")
    @ResponseBody
    Map<String, String> pages() {
        return Map.of(
                "cockpitUrl",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/changes/")
                        .toUriString());
    }

    /** The page of a deployment, in the way in which Modeler asks Cockpit for it. */
    @GetMapping("/changes/repository")
    String deployment(@RequestParam String deploymentsQuery) {
        Matcher deployment = DEPLOYMENT.matcher(deploymentsQuery);
        return "redirect:/changes" + (deployment.find() ? "/" + deployment.group(1) : "");
    }
}
