package com.leecyber.support.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.desk.KnownInstructions.Instruction;
import com.leecyber.support.editable.UnusableFile;
import com.leecyber.support.ticket.Impact;
import com.leecyber.support.ticket.ServiceCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownInstructionsTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final ServiceCatalogue CATALOGUE =
            new ServiceCatalogue(Stream.of("projects", "docs", "id", "status", "billing", "api", "other")
                    .map(code -> new ServiceCatalogue.Service(code, code, code, Impact.Affected.OTHER))
                    .toList());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "id, Не могу ВОЙТИ: пароль не подходит, sign-in-fails",
        "id, Кажется меня взломали, account-taken-over",
        "docs, Документ не открывается, docs-not-opening",
        "docs, Нет доступа к папке, docs-no-access",
        "projects, Задачи исчезли с доски, projects-tasks",
        "status, Монитор показывает сбой, status-not-updating",
        "billing, Платёж прошёл а лицензия не продлена, payment-not-credited",
        "api, Ответ 401 на любой запрос, api-errors",
        "other, I cannot sign in with my password, sign-in-fails"
    })
    void theBestInstructionComesFirst(String service, String text, String expected) {
        List<Instruction> found = shipped().matching(service, text, RUSSIAN);

        assertThat(found).hasSizeBetween(1, 5);
        assertThat(found.get(0).id()).isEqualTo(expected);
        assertThat(found.get(0).steps()).hasSizeGreaterThanOrEqualTo(3).noneMatch(String::isBlank);
    }

    @Test
    void nothingComesWhenNeitherServiceNorWordsFit() {
        assertThat(shipped().matching("other", "Спасибо за работу", RUSSIAN)).isEmpty();
    }

    @Test
    void anInstructionIsFoundByItsId() {
        assertThat(shipped().find("docs-no-access").orElseThrow().title())
                .isEqualTo("Нет доступа к документу или папке");
        assertThat(shipped().find("../application")).isEmpty();
        assertThat(shipped().find("README")).isEmpty();
    }

    @Test
    void anEnglishAgentReadsTheTranslationWhereThereIsOne() throws IOException {
        write("a.md", "---\ntitle: Раз\nservices: all\nwords: пожар\n---\n1. Выйдите.");
        write("a.en.md", "---\ntitle: One\nwords: fire\n---\n1. Leave.\n   Calmly.");
        write("b.md", "---\ntitle: Два\nservices: docs\nwords: вода\n---\n1. Закройте кран.");

        assertThat(ofFolder().matching("docs", "Fire!", Locale.ENGLISH))
                .containsExactly(
                        new Instruction("b", "Два", List.of("Закройте кран.")),
                        new Instruction("a", "One", List.of("Leave. Calmly.")));
        assertThat(ofFolder().matching("other", "Пожар", RUSSIAN))
                .containsExactly(new Instruction("a", "Раз", List.of("Выйдите.")));
    }

    @Test
    void atMostFiveCome() throws IOException {
        for (int article = 1; article <= 7; article++) {
            write(article + ".md", "---\ntitle: Т\nservices: docs\nwords: слово\n---\n1. Шаг.");
        }

        assertThat(ofFolder().matching("docs", "", RUSSIAN)).hasSize(5);
    }

    @Test
    void aChangedArticleIsUsedAtOnceAndABrokenOneIsNot() throws IOException {
        write("a.md", "---\ntitle: Раз\nservices: all\nwords: пожар\n---\n1. Выйдите.");
        KnownInstructions instructions = ofFolder();

        write("b.md", "---\ntitle: Два\nservices: all\nwords: пожар\n---\n1. Позвоните 112.");
        assertThat(instructions.find("b")).isPresent();

        write("c.md", "сломано");
        assertThat(instructions.find("b")).isPresent();
        assertThat(instructions.find("c")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: x | a.md, line 1: must be ---",
                "---~title: x | a.md, line 2: the head must end",
                "---~titel: x~---~1. y | a.md, line 2: must be «title",
                "---~title: x~title: y~---~1. y | a.md, line 3: «title» is there already",
                "---~title: x~services: all~---~1. y | a.md, line 1: the head needs «words",
                "---~title: x~services: dcos~words: слово~---~1. y | a.md, line 3: unknown service «dcos»; known are all, api",
                "---~title: x~services: all~words: два слова~---~1. y | a.md, line 4: «два слова» must be the beginning",
                "---~title: x~services: all~words: слово~---~1. y~3. z | a.md, line 7: step 2 was expected",
                "---~title: x~services: all~words: слово~---~просто текст | a.md, line 6: must be a step",
                "---~title: x~services: all~words: слово~--- | a.md, line 5: there are no steps"
            })
    void aBrokenArticleIsRefusedByFileAndLine(String text, String complaint) throws IOException {
        write("a.md", text.replace('~', '\n'));

        assertThatThrownBy(this::ofFolder).isInstanceOf(UnusableFile.class).hasMessageContaining(complaint);
    }

    @Test
    void aTranslationNeedsItsOriginal() throws IOException {
        write("a.en.md", "---\ntitle: One\nwords: fire\n---\n1. Leave.");

        assertThatThrownBy(this::ofFolder).hasMessageContaining("a.en.md: there is no a.md");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static KnownInstructions shipped() {
        return new KnownInstructions(new KnowledgeSettings("classpath:/forms/knowledge/"), CATALOGUE);
    }

    private KnownInstructions ofFolder() {
        return new KnownInstructions(new KnowledgeSettings("file:" + folder), CATALOGUE);
    }
}
