package com.leecyber.support.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.DeskTest;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.proof.JournalEntry;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class EventSentencesTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @Autowired
    EventSentences sentences;

    @ParameterizedTest
    @EnumSource
    void everyKindHasASentenceInBothLanguages(EventKind kind) {
        assertThat(said(kind.name(), "{}", RUSSIAN)).containsPattern("[а-я]").doesNotContain("[", "{");
        assertThat(said(kind.name(), "{}", Locale.ENGLISH))
                .doesNotContainPattern("[а-яё]")
                .doesNotContain("[", "{", "''")
                .isNotEqualTo(kind.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "PRIORITY_SET|{'priority':'P2','rule':'P2-1','decision':'priority:3'}|Приоритет P2 – правило P2-1 таблицы priority:3",
                "PRIORITY_SET|{'priority':'P1','rule':'P2-1','decision':'priority:3','kind':'OVERRIDE'}|Приоритет P1 – правило P2-1 таблицы priority:3. Приоритет вопреки правилу",
                "TYPE_CORRECTED|{'from':'QUESTION','to':'PROBLEM'}|Тип изменён: Вопрос → Проблема",
                "DEADLINE_BREACHED|{'kind':'FIRST_RESPONSE','dueAt':'2026-03-02T09:00:00Z'}|Срок нарушен: Первый ответ – был до 02.03.2026 12:00:00 MSK",
                "DOWNTIME_CORRECTED|{'before':{'from':'a','to':'b'},'after':{'from':'c','to':'d'},'service':'platform'}|Исправлены границы простоя: Вся платформа. Было: с a по b. Стало: с c по d",
                "CHANGE_DEPLOYED|{'files':{'priority.dmn':'12','ticket.bpmn':'34'},'why':''}|Изменение правил одобрено и вступило в силу. Файлы: priority.dmn, ticket.bpmn",
                "CHANGE_REFUSED|{'title':'[x] {why}','rules':['A','B']}|Проверка не пропустила изменение правил: [x] {why}. Нарушено: A, B",
                "TASK_ASSIGNED|{'operation':'Assign','changes':{'assignee':{'before':'anna','after':'boris'}}}|Задача передана: assignee: anna → boris",
                "PERMISSION_CHANGED|{'operation':'Create','of':'GroupMembership','changes':{'groupId':{'after':'l2'},'userId':{'after':'anna'}}}|Изменены права: создание, участие в роли (groupId: – → l2, userId: – → anna)",
                "TICKET_CLOSED|{'reason':'SOLVED'}|Обращение закрыто: решено",
                "TICKET_CLOSED|{'reason':'SOMETHING_OLD'}|Обращение закрыто: SOMETHING_OLD"
            })
    void theDetailsAreToldInTheDesksWords(String kind, String details, String sentence) {
        assertThat(said(kind, details.replace('\'', '"'), RUSSIAN)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{\"priority\":", "{\"priority\":{},\"rule\":null}"})
    void whateverTheDetailsAreAnEntryIsTold(String details) {
        assertThat(said("PRIORITY_SET", details, RUSSIAN)).isEqualTo("Приоритет …");
    }

    @Test
    void aWindowIsToldAsASpan() {
        assertThat(said(
                        "TICKET_REGISTERED",
                        "{\"window\":\"PT6H\",\"windowRule\":\"R\",\"windowDecision\":\"w:1\"}",
                        RUSSIAN))
                .contains("за 6\u00a0ч по правилу R таблицы w:1");
    }

    @Test
    void aKindThatNobodyKnowsIsToldByItsName() {
        assertThat(said("SOMETHING_ELSE", "{}", RUSSIAN)).isEqualTo("SOMETHING_ELSE");
    }

    private String said(String kind, String details, Locale language) {
        return sentences.of(
                new JournalEntry("SD-1", 1, Instant.EPOCH, "anna", kind, null, details, "0", "1"), language);
    }
}
