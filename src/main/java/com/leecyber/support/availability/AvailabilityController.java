package com.leecyber.support.availability;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of availability, and the raw intervals for whoever recomputes it (R7.1). */
@Controller
class AvailabilityController {

    private final AvailabilityPages pages;
    private final IntervalsFile file;
    private final AvailabilitySettings settings;

    AvailabilityController(AvailabilityPages pages, IntervalsFile file, AvailabilitySettings settings) {
        this.pages = pages;
        this.file = file;
        this.settings = settings;
    }

    /**
     * A month or a year.
     *
     * @param month such as {@code 2026-11}; without it and a year the current month
     * @param year such as {@code 2026}
     */
    @GetMapping("/availability")
    String page(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String year,
            Model model,
            Locale locale) {
        Period period = Period.asked(month, year, pages.currentMonth());
        model.addAttribute("page", pages.page(period, locale));
        model.addAttribute("settings", settings);
        model.addAttribute("write", new Notation(settings.zone(), locale));
        return "availability/availability";
    }

    /** The raw intervals of a month or a year. */
    @GetMapping("/availability/intervals.csv")
    ResponseEntity<byte[]> intervals(
            @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String year) {
        Period period = Period.asked(month, year, pages.currentMonth());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"availability-%s.csv\"".formatted(period.code()))
                .body(file.of(period).getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    void missing(NoSuchPeriod missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
