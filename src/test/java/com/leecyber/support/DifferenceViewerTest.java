package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.leecyber.support.difference.Difference;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an approver sees of a proposed change, in a real browser and under the pages' content policy. */
class DifferenceViewerTest {

    private static final Pattern PLACE = Pattern.compile("x=\"(\\d+)\" y=\"");
    private static final String TICKET = DifferencePages.read("bpmn/ticket.bpmn");
    private static final String PRIORITY = DifferencePages.read("bpmn/priority.dmn");

    private static Browser browser;
    private static DifferencePages pages;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        browser = Browser.open();
        pages = new DifferencePages();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            pages.close();
            browser.close();
        }
    }

    @Test
    void bothDiagramsAreDrawnAndTheListLeadsThroughThem() {
        Page page = visit(pages.page("ticket.bpmn", TICKET, withApproval(), "ru"), 1400);

        assertThat(page.locator("[data-change-diagram=drawn]")).isVisible();
        assertThat(page.locator(".djs-container")).hasCount(2);
        assertThat(drawn(page, "after", "Task_ApproveClosure")).hasClass(Pattern.compile("change-added"));
        assertThat(drawn(page, "before", "Task_ApproveClosure")).hasCount(0);
        assertThat(drawn(page, "before", "BoundaryEvent_FirstResponseWarning"))
                .hasClass(Pattern.compile("change-removed"));
        assertThat(drawn(page, "after", "ServiceTask_Acknowledge")).hasClass(Pattern.compile("change-changed"));
        assertThat(page.locator("[data-change-side=after] .change-badge.change-added")
                        .first())
                .hasText("+");
        picture(page, "wide");

        Locator entry = page.locator("[data-change-element=Task_ApproveClosure]");
        entry.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).focus();
        page.keyboard().press("Enter");

        assertThat(entry).hasAttribute("aria-current", "true");
        assertThat(drawn(page, "after", "Task_ApproveClosure")).hasClass(Pattern.compile("change-current"));
        assertThat(drawn(page, "after", "Task_ApproveClosure")).isInViewport();
        assertBothShowTheSamePart(page);
        picture(page, "selected");

        List<Double> before = viewport(page, "before");
        page.locator("[data-change-zoom=out]").click();
        page.locator("[data-change-side=before]").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(viewport(page, "before")).isNotEqualTo(before);
        assertBothShowTheSamePart(page);
        page.locator("[data-change-zoom=all]").click();
        picture(page, "whole");

        page.locator("[data-change-arrange]").click();
        assertThat(page.locator("[data-change-arrange]")).hasAttribute("aria-pressed", "true");
        assertBothShowTheSamePart(page);
        assertThat(page.locator("[data-change-side=after]").boundingBox().y)
                .isGreaterThan(page.locator("[data-change-side=before]").boundingBox().y + 100);
        picture(page, "stacked");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aNarrowWindowStacksTheDiagrams() {
        Page page = visit(pages.page("ticket.bpmn", TICKET, withApproval(), "en"), 400);

        assertThat(page.locator("[data-change-diagram=drawn]")).isVisible();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        double above = page.locator("[data-change-side=before]").boundingBox().y;
        double below = page.locator("[data-change-side=after]").boundingBox().y;
        assertThat(below).isGreaterThan(above + 100);
        assertThat(page.locator(".change-summary")).containsText("Added: ");
        picture(page, "narrow");
        page.locator(".change-list").scrollIntoViewIfNeeded();
        page.evaluate("document.querySelector('.change-summary').scrollIntoView()");
        picture(page, "narrow-list");
    }

    @Test
    void aNewDiagramIsDrawnAlone() {
        Page page = visit(pages.page("new.bpmn", null, TICKET, "ru"), 1400);

        assertThat(page.locator("[data-change-diagram=drawn]")).isVisible();
        assertThat(page.locator(".djs-container")).hasCount(1);
        assertThat(page.locator(".change-note").first()).containsText("Новый файл");
    }

    @Test
    void whatCannotBeDrawnIsToldAndTheListStays() {
        Page page = browser.person();
        page.route("**/before", route -> route.abort());
        page.navigate(pages.page("ticket.bpmn", TICKET, withApproval(), "ru"));

        assertThat(page.locator(".change-failure")).isVisible();
        assertThat(page.locator(".change-drawings")).isHidden();
        assertThat(page.locator("[data-change-element=Task_ApproveClosure]")).isVisible();
    }

    @Test
    void whatAFileSaysIsTextAndNeverPartOfThePage() {
        String label = "&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(2)&lt;/script&gt;";
        String hostile = TICKET.replace("name=\"Подтвердить регистрацию\"", "name=\"" + label + "\"");
        Page page = visit(pages.page("ticket.bpmn", TICKET, hostile, "ru"), 1400);

        assertThat(page.locator("[data-change-diagram=drawn]")).isVisible();
        assertThat(page.locator("[data-change-element=ServiceTask_Acknowledge] ins"))
                .containsText("<img src=x");
        assertThat(page.locator("img")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void thePageNeedsNoScriptAndHasNothingInline() {
        String html = DifferencePages.render(
                Difference.between(
                        "ticket.bpmn",
                        TICKET.getBytes(StandardCharsets.UTF_8),
                        withApproval().getBytes(StandardCharsets.UTF_8)),
                "ru");

        assertThat(html)
                .contains("Согласовать решение", "Группы исполнителей", "shift-lead", "задача человека")
                .contains("data-change-before=\"/ticket.bpmn/before\"", "data-change-after=\"/ticket.bpmn/after\"")
                .contains("<div class=\"change-drawings\" hidden")
                .doesNotContain(" style=", "<style", " onclick=", "difference.property.", "??");
    }

    @Test
    void changedCellsShowOldAndNew() {
        int rule = PRIORITY.indexOf("<rule id=\"Rule_p1_platform_unavailable\">");
        int nextRule = PRIORITY.indexOf("<rule", rule + 1);
        String first = PRIORITY.substring(rule, nextRule);
        String proposed = PRIORITY.replace(first, "")
                .replaceFirst("</decisionTable>", java.util.regex.Matcher.quoteReplacement(first) + "</decisionTable>")
                .replaceFirst("\"P2\"", "\"P1\"")
                .replaceFirst("label=\"Тип\"", "label=\"Тип обращения\"");
        Page page = visit(pages.page("priority.dmn", PRIORITY, proposed, "ru"), 1400);

        Locator changed = page.locator(".change-row.change-changed .change-cell");
        assertThat(changed).hasCount(1);
        assertThat(changed.locator("del")).hasText("\"P2\"");
        assertThat(changed.locator("ins")).hasText("\"P1\"");
        assertThat(page.locator(".change-row.change-moved th")).containsText("Перемещена");
        picture(page, "table");
        page.setViewportSize(400, 900);
        picture(page, "table-narrow");
    }

    @Test
    void formsAreComparedLineByLine() {
        String form = DifferencePages.read("forms/diagnose.html");
        Page page = visit(
                pages.page(
                        "diagnose.html",
                        form,
                        form.replaceFirst("<legend[^>]*>", "<legend data-en=\"Findings\">"),
                        "ru"),
                1000);

        assertThat(page.locator(".change-line.change-added ins")).hasCount(1);
        assertThat(page.locator(".change-line.change-removed del")).hasCount(1);
        assertThat(page.locator(".change-folded summary").first()).containsText("Строк без изменений");
        picture(page, "text");
    }

    private Page visit(String address, int width) {
        Page page = browser.person();
        page.onConsoleMessage(message -> {
            // The viewer writes four styles into attributes; the policy refuses them, and changes.css has them instead.
            boolean refusedStyle = message.text().startsWith("Applying inline style violates");
            if (message.type().equals("error") && !refusedStyle) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.setViewportSize(width, 900);
        page.navigate(address);
        return page;
    }

    private static Locator drawn(Page page, String side, String element) {
        return page.locator("[data-change-side=%s] .djs-element[data-element-id=%s]".formatted(side, element));
    }

    private static void assertBothShowTheSamePart(Page page) {
        List<Double> before = viewport(page, "before");
        List<Double> after = viewport(page, "after");
        assertThat(before).hasSize(6).hasSameSizeAs(after);
        for (int index = 0; index < before.size(); index++) {
            assertThat(before.get(index)).isCloseTo(after.get(index), within(0.1));
        }
    }

    /** Scale and place; the viewer writes the same matrix in more than one way. */
    private static List<Double> viewport(Page page, String side) {
        String matrix =
                page.locator("[data-change-side=%s] .viewport".formatted(side)).getAttribute("transform");
        return Pattern.compile("-?[\\d.]+(e-?\\d+)?")
                .matcher(matrix)
                .results()
                .map(number -> Double.valueOf(number.group()))
                .toList();
    }

    /** For whoever wants to look: nothing compares these. */
    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "pictures", "difference-" + name + ".png")));
    }

    /** An approval before the closure, another name, a removed warning; whatever stands right of it makes room. */
    private static String withApproval() {
        int drawing = TICKET.indexOf("<bpmndi:BPMNDiagram");
        String moved = PLACE.matcher(TICKET.substring(drawing)).replaceAll(place -> {
            int x = Integer.parseInt(place.group(1));
            return "x=\"" + (x >= 2980 ? x + 260 : x) + "\" y=\"";
        });
        String steps = TICKET.substring(0, drawing)
                .replace("name=\"Подтвердить регистрацию\"", "name=\"Прислать номер и срок\"")
                .replace("sourceRef=\"Gateway_ToClosure\" targetRef=\"SubProcess_Closure\" />", """
                        sourceRef="Gateway_Approved" targetRef="SubProcess_Closure" />
                        <bpmn:userTask id="Task_ApproveClosure" name="Согласовать решение" camunda:candidateGroups="shift-lead" camunda:formKey="embedded:deployment:approve.html">
                          <bpmn:documentation>R5.4c. Руководитель смены согласует решение, прежде чем его узнает клиент.</bpmn:documentation>
                        </bpmn:userTask>
                        <bpmn:exclusiveGateway id="Gateway_Approved" name="Согласовано?" default="Flow_EnterClosure" />
                        <bpmn:sequenceFlow id="Flow_ToApproval" sourceRef="Gateway_ToClosure" targetRef="Task_ApproveClosure" />
                        <bpmn:sequenceFlow id="Flow_Decided" sourceRef="Task_ApproveClosure" targetRef="Gateway_Approved" />
                        """)
                .replaceFirst(
                        "(?s)<bpmn:boundaryEvent id=\"BoundaryEvent_FirstResponseWarning\".*?</bpmn:boundaryEvent>", "")
                .replaceFirst("<bpmn:sequenceFlow id=\"Flow_FirstResponseWarningReached\"[^>]*>", "");
        String shapes = moved.replaceFirst(
                        "(?s)<bpmndi:BPMNShape id=\"BoundaryEvent_FirstResponseWarning_di\".*?</bpmndi:BPMNShape>", "")
                .replaceFirst(
                        "(?s)<bpmndi:BPMNEdge id=\"Flow_FirstResponseWarningReached_di\".*?</bpmndi:BPMNEdge>", "")
                .replace(
                        "<di:waypoint x=\"2945\" y=\"420\" />\n        <di:waypoint x=\"3240\" y=\"420\" />",
                        "<di:waypoint x=\"3200\" y=\"420\" />\n        <di:waypoint x=\"3240\" y=\"420\" />")
                .replaceFirst("</bpmndi:BPMNPlane>", """
                        <bpmndi:BPMNShape id="a" bpmnElement="Task_ApproveClosure"><dc:Bounds x="2975" y="380" width="140" height="80" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNShape id="b" bpmnElement="Gateway_Approved" isMarkerVisible="true"><dc:Bounds x="3150" y="395" width="50" height="50" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="c" bpmnElement="Flow_ToApproval"><di:waypoint x="2945" y="420" /><di:waypoint x="2975" y="420" /></bpmndi:BPMNEdge>
                        <bpmndi:BPMNEdge id="d" bpmnElement="Flow_Decided"><di:waypoint x="3115" y="420" /><di:waypoint x="3150" y="420" /></bpmndi:BPMNEdge>
                        </bpmndi:BPMNPlane>""");
        return steps + shapes;
    }
}
