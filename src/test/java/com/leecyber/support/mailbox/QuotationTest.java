package com.leecyber.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {

    static Stream<String> waysToRepeat() {
        return Stream.of(
                "-----Original Message-----\nFrom: Desk\nSent: Monday\n\nearlier words",
                "-----Исходное сообщение-----\nОт: Desk\n\nearlier words",
                "On Wed, Nov 25, 2026 at 12:00 PM Support <info@desk.example> wrote:\n> earlier words\n> more",
                "On Wed, Nov 25, 2026 at 12:00 PM Support\n<info@desk.example> wrote:\n\n> earlier words",
                "ср, 25 нояб. 2026 г. в 12:00, Поддержка <info@desk.example>:\n\n> earlier words",
                "25.11.2026 12:00, Поддержка пишет:\n> earlier words",
                "25.11.2026, 12:00, \"Поддержка\" <info@desk.example>:\n\nearlier words",
                "Среда, 25 ноября 2026, 12:00 +03:00 от Поддержка <info@desk.example>:\n\nearlier words",
                "25 нояб. 2026 г., в 12:00, Поддержка <info@desk.example> написал(а):\n\n> earlier words",
                "________________________________\nОт: Поддержка <info@desk.example>\nОтправлено: 25 ноября 2026 г. 12:00\n"
                        + "Кому: Иван\nТема: Re: вход\n\nearlier words",
                "From: Support <info@desk.example>\nSent: Wednesday, November 25, 2026\nTo: Ivan\nSubject: sign-in\n\nearlier"
                        + " words",
                "> earlier words\n> and more",
                "-- \nИван Петров, earlier words",
                "Отправлено с iPhone\n\n25 нояб. 2026 г., в 12:00, Поддержка <info@desk.example> написал(а):\n\n> earlier"
                        + " words");
    }

    @ParameterizedTest
    @MethodSource("waysToRepeat")
    void whatAMailRepeatsIsFoldedAway(String repeated) {
        Quotation split = Quotation.of("Всё ещё не входит.\nКод 500.\n\n" + repeated);

        assertThat(split.said()).isEqualTo("Всё ещё не входит.\nКод 500.");
        assertThat(split.quoted()).contains("earlier words");
        assertThat(split.quoted().replaceAll("\\s", "")).isEqualTo(repeated.replaceAll("\\s", ""));
    }

    @Test
    void anAnswerBelowTheQuotationIsTheAnswer() {
        Quotation split = Quotation.of("25.11.2026 12:00, Поддержка пишет:\n> Какая версия?\n> Ждём.\n\nВерсия 7.");

        assertThat(split.said()).isEqualTo("Версия 7.");
        assertThat(split.quoted()).contains("Какая версия?");
    }

    @Test
    void answersBetweenTheLinesStayWithTheirQuestions() {
        String mail = "25.11.2026 12:00, Поддержка пишет:\n> Какая версия?\nВерсия 7.\n> Какой браузер?\nFirefox.";

        assertThat(Quotation.of(mail)).isEqualTo(new Quotation(mail, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Вчера в 12:00 система пишет:\nОшибка 500",
                "Список:\n- один\n- два",
                "Команда вывела\n---\nничего",
                "От: меня\nпросто строка",
                "Отправлено с телефона вчера, а сегодня снова\nне работает",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "Шаги:\n1. Открыть 12.11.2026\n2. Нажать",
                "From: адрес в письме\nДругая строка"
            })
    void whatIsNotSurelyRepeatedStays(String mail) {
        assertThat(Quotation.of(mail)).isEqualTo(new Quotation(mail, ""));
    }

    @Test
    void deviceLinesGoWithTheSignature() {
        assertThat(Quotation.of("Не работает\n\nОтправлено с iPhone").said()).isEqualTo("Не работает");
        assertThat(Quotation.of("Broken\n\nSent from my iPhone").quoted()).isEqualTo("Sent from my iPhone");
        assertThat(Quotation.of("Не работает\n--\nОтправлено из мобильной Почты Mail.ru")
                        .said())
                .isEqualTo("Не работает");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fwd: счёт", "FW: invoice", "Пересл: счёт", "fwd:x"})
    void aForwardedMailIsMeantToBeRead(String subject) {
        assertThat(Quotation.isForwarded(subject)).isTrue();
        assertThat(Quotation.isForwarded("Re: " + subject)).isFalse();
    }
}
