package com.leecyber.support.change;

import com.leecyber.support.gate.FindingTexts;
import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.gate.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What Camunda Modeler calls from its Deploy dialog, at the address that it proposes by itself; nothing else of the
 * engine's REST API exists. What it deploys becomes a proposal.
 */
@RestController
@RequestMapping(path = "/engine-rest", produces = MediaType.APPLICATION_JSON_VALUE)
class ModelerController {

    /** The fields that Modeler sends beside the files. */
    private static final Set<String> KNOWN_FIELDS =
            Set.of("deployment-name", "deployment-source", "enable-duplicate-filtering");

    private final Proposals proposals;
    private final RulesInForce rules;
    private final FindingTexts findingTexts;
    private final MessageSource messages;

    ModelerController(Proposals proposals, RulesInForce rules, FindingTexts findingTexts, MessageSource messages) {
        this.proposals = proposals;
        this.rules = rules;
        this.findingTexts = findingTexts;
        this.messages = messages;
    }

    /** Asked with {@code maxResults=0} while an address is typed: whether the desk is there and the sign-in is right. */
    @GetMapping("/deployment")
    List<Void> connection() {
        return List.of();
    }

    @GetMapping("/version")
    Map<String, String> version() {
        return Map.of("version", rules.engineVersion());
    }

    @PostMapping(path = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Deployment deploy(MultipartHttpServletRequest request) {
        Set<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
        unknown.removeAll(KNOWN_FIELDS);
        if (!unknown.isEmpty()) {
            throw new ChangeRefused("change.unknown-field", String.join(", ", unknown));
        }
        String title = request.getParameter("deployment-name");
        List<ProcessFile> files = request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .map(ModelerController::file)
                .toList();
        Change change = propose(title == null ? "" : title.strip(), files);
        return new Deployment(String.valueOf(change.id()), change.title(), "Camunda Modeler", Map.of());
    }

    private Change propose(String title, List<ProcessFile> files) {
        try {
            return proposals.propose(title, files);
        } catch (Refused refused) {
            proposals.recordRefusal(title, files, refused.findings());
            throw refused;
        }
    }

    /** As the engine's own API answers; nothing is deployed yet, so there are no definitions. */
    record Deployment(String id, String name, String source, Map<String, Object> deployedProcessDefinitions) {}

    /** Modeler shows the message in its log, line by line. */
    record Refusal(String type, String message) {}

    @ExceptionHandler
    ResponseEntity<Refusal> refused(Refused refused, Locale locale) {
        return refusal(text("change.refused", locale, refused.findings().size()) + "\n\n"
                + String.join("\n\n", findingTexts.lines(refused.findings(), locale)));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> refused(ChangeRefused refused, Locale locale) {
        return refusal(text(refused.messageKey(), locale, refused.arguments()));
    }

    private static ResponseEntity<Refusal> refusal(String message) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(new Refusal("Refused", message));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static ProcessFile file(MultipartFile file) {
        try {
            return new ProcessFile(file.getOriginalFilename(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
