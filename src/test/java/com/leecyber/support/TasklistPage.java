package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** Tasklist as an agent uses it: what is on the screen and what can be done with it. */
final class TasklistPage {

    private final Page page;
    private final String desk;

    TasklistPage(Page page, String desk) {
        this.page = page;
        this.desk = desk;
    }

    void signIn(String agent) {
        page.navigate(desk + "/camunda/app/tasklist/default/");
        page.fill("#username", agent);
        page.fill("#password", "demo");
        page.click("button[type=submit]");
        assertThat(page.locator(".task-filters")).isVisible();
    }

    Locator filter(String name) {
        return page.locator(".task-filters .item h4")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    /** Opens the ticket's task in the list and takes it. */
    void take(String ticket) {
        page.locator(".tasks-list .task h4 a")
                .filter(new Locator.FilterOptions().setHasText(ticket))
                .click();
        assertThat(card()).containsText(ticket);
        page.locator("[cam-tasklist-task-meta] .claim").click();
        assertThat(page.locator(".desk-decision")).isEnabled();
    }

    /** Opens the start form of a process. */
    void startProcess(String name) {
        page.locator(".start-process-action a").first().click();
        page.getByText(name, new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".desk-decision")).isEnabled();
    }

    void start() {
        button("Запустить").click();
    }

    void tick(String box) {
        page.getByLabel(box, new Page.GetByLabelOptions().setExact(true)).check();
    }

    /** The name of the first task in the list, once it is that step. */
    String firstTask(String step) {
        Locator task = page.locator(".tasks-list .task h4 a")
                .filter(new Locator.FilterOptions().setHasText(step))
                .first();
        return task.textContent().strip();
    }

    /** Opens the works' task in the list and takes it. */
    void takeWorks(String number) {
        page.locator(".tasks-list .task h4 a")
                .filter(new Locator.FilterOptions().setHasText(number))
                .click();
        assertThat(worksCard()).containsText(number);
        page.locator("[cam-tasklist-task-meta] .claim").click();
        assertThat(page.locator(".desk-decision")).isEnabled();
    }

    Locator worksCard() {
        return page.locator("[data-works-card]");
    }

    Locator card() {
        return page.locator("[data-ticket-card]");
    }

    Locator clock() {
        return page.locator(".desk-clock");
    }

    Locator messages() {
        return page.locator(".desk-messages");
    }

    void reply(String text) {
        page.getByLabel("Ответить клиенту", new Page.GetByLabelOptions().setExact(true))
                .and(page.locator("textarea"))
                .fill(text);
        button("Отправить ответ").click();
    }

    void choose(String outcome) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(outcome))
                .check();
    }

    /** The input of that name which is shown now. */
    Locator input(String name) {
        return page.locator(".desk-decision [name=" + name + "]:visible");
    }

    Locator complaintAt(String input) {
        return input(input)
                .locator("xpath=ancestor::*[contains(@class, 'desk-field')][1]")
                .locator(".desk-error");
    }

    void complete() {
        button("Завершить").click();
    }

    void waitUntilCompleted() {
        assertThat(page.getByText("Выберите задачу в списке.")).isVisible();
    }

    /** Ends on the desk's own sign-in page, where the next person starts. */
    void signOut() {
        page.locator(".account > a").click();
        page.locator(".account .logout a").click();
        assertThat(page.locator("#username")).isVisible();
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
