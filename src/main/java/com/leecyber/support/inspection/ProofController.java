package com.leecyber.support.inspection;

import com.leecyber.support.audit.Checkpoints;
import com.leecyber.support.audit.Verifications;
import com.leecyber.support.proof.CheckpointHeader;
import com.leecyber.support.ticket.PageTimes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Whether anything was altered: the verification of the journal, and the signed checkpoints. */
@Controller
class ProofController {

    private static final int PAGE = 50;
    private static final String NUMBER = "[1-9][0-9]{0,8}";
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Verifications verifications;
    private final Checkpoints checkpoints;
    private final ZoneId zone;

    ProofController(
            Verifications verifications,
            Checkpoints checkpoints,
            @Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone) {
        this.verifications = verifications;
        this.checkpoints = checkpoints;
        this.zone = zone;
    }

    @ModelAttribute("times")
    PageTimes times(Locale language) {
        return new PageTimes(zone, language);
    }

    /** The last verification; while one runs, the page comes again every two seconds. */
    @GetMapping("/audit/verification")
    String verification(Model model, Locale language, HttpServletResponse response) {
        verifications.progress().ifPresent(progress -> {
            response.setHeader("Refresh", "2");
            model.addAttribute("progress", progress);
        });
        verifications.last().ifPresent(last -> model.addAttribute("page", new VerificationPage(last, language)));
        verifications.failure().ifPresent(failure -> model.addAttribute("failure", failure));
        return "audit/verification";
    }

    /** Begins a verification, unless one is running; it changes nothing and leaves an entry, so a link may do it. */
    @GetMapping("/audit/verification/run")
    String run(Locale language) {
        verifications.start();
        return "redirect:/audit/verification?lang=" + language.getLanguage();
    }

    /**
     * The checkpoints, the newest first.
     *
     * @param before only those with lower numbers; empty for all
     */
    @GetMapping("/audit/checkpoints")
    String checkpoints(@RequestParam(defaultValue = "") String before, Model model) {
        int end = before.isEmpty() ? Integer.MAX_VALUE : number(before, HttpStatus.BAD_REQUEST);
        List<CheckpointHeader> found = checkpoints.before(end, PAGE + 1);
        List<CheckpointHeader> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("path", before.isEmpty() ? "/audit/checkpoints" : "/audit/checkpoints?before=" + before);
        model.addAttribute("checkpoints", shown);
        model.addAttribute("more", found.size() > PAGE ? shown.get(PAGE - 1).number() : null);
        model.addAttribute("fingerprint", key(checkpoints::fingerprint).orElse(null));
        return "audit/checkpoints";
    }

    /** A checkpoint's file, as it was signed. */
    @GetMapping("/audit/checkpoints/{number}")
    ResponseEntity<Resource> checkpoint(@PathVariable String number) {
        Path file = checkpoints
                .file(number(number, HttpStatus.NOT_FOUND))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file.getFileName()))
                .body(new FileSystemResource(file));
    }

    /** The public key that verifies them. */
    @GetMapping("/audit/checkpoints/public-key.pem")
    ResponseEntity<String> publicKey() {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("Content-Disposition", "attachment; filename=\"public-key.pem\"")
                .body(key(checkpoints::publicKey).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** Nothing while the key cannot be read: the operator is told by health and log, and the pages go on. */
    private static Optional<String> key(Supplier<String> wanted) {
        try {
            return Optional.of(wanted.get());
        } catch (IllegalStateException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static int number(String typed, HttpStatus otherwise) {
        if (!typed.matches(NUMBER)) {
            throw new ResponseStatusException(otherwise);
        }
        return Integer.parseInt(typed);
    }
}
