package com.leecyber.support;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium that is installed on this machine, driven without a window. */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE = 30_000;

    static {
        // What is awaited gets as much patience as what is clicked: five seconds are short on a busy machine.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
    }

    /** Without Chromium the calling test is skipped and says so; where the walk is required it fails instead. */
    public static Browser open() {
        Optional<Path> executable = installed();
        if (executable.isEmpty()) {
            String missing = "Chromium is not installed (looked on the PATH for " + NAMES + "): nobody walked the desk";
            if (isRequired()) {
                fail(missing);
            }
            System.err.println("SKIPPED: " + missing);
            Assumptions.abort(missing);
        }
        return new Browser(executable.orElseThrow());
    }

    /** A fresh browser window of a Russian-speaking person, with nothing remembered. */
    public Page person() {
        return person(new NewContextOptions().setLocale("ru-RU").setViewportSize(1600, 950));
    }

    /** A fresh window of somebody with another language, screen or browser. */
    public Page person(NewContextOptions window) {
        BrowserContext context = chromium.newContext(window);
        context.setDefaultTimeout(PATIENCE);
        return context.newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static boolean isRequired() {
        return System.getenv("CI") != null || System.getenv("SUPPORT_BROWSER_REQUIRED") != null;
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(System.getProperty("path.separator")))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
