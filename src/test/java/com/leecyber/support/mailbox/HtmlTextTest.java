package com.leecyber.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlTextTest {

    @Test
    void paragraphsListsTablesAndLinksStayReadable() {
        String html =
                "<html><head><title>нет</title></head><body><p>Здравствуйте!</p><p>Не <b>работает</b>&nbsp;вход:</p>"
                        + "<ul><li>открыл <a href='https://a.example/b?c=1&d=2'>страницу</a></li><li>ввёл пароль</li></ul>"
                        + "<table><tr><td>код</td><td>500</td></tr><tr><td>время</td><td>12:00</td></tr></table>"
                        + "<pre>строка 1\n  строка 2</pre>Спасибо<br>Иван <a href='https://a.example'>https://a.example</a>"
                        + "<a href='javascript:alert(1)'>сюда</a></body></html>";

        assertThat(said(html))
                .isEqualTo("Здравствуйте!\n\nНе работает вход:\n\n- открыл страницу (https://a.example/b?c=1&d=2)\n"
                        + "- ввёл пароль\n\nкод 500\nвремя 12:00\n\nстрока 1\n  строка 2\n\nСпасибо\n"
                        + "Иван https://a.exampleсюда");
    }

    @Test
    void whatABrowserWouldRunDrawOrFetchIsGone() {
        String html =
                "<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=https://evil.example'>"
                        + "<style>@import 'https://evil.example/x.css'; p{background:url(https://evil.example/y)}</style>"
                        + "<p style='background:url(https://evil.example/z)' onclick='alert(1)'>Привет</p>"
                        + "<svg onload=alert(1)><script>alert(2)</script><text>нарисовано</text></svg>"
                        + "<math><mtext><img src=x onerror=alert(3)></mtext></math>"
                        + "<img srcset='https://evil.example/a 1x' src='https://evil.example/b'>"
                        + "<form action='https://evil.example'><input value=секрет><button>Жми</button>внутри</form>"
                        + "<iframe srcdoc='<script>alert(4)</script>'></iframe><script>alert(5)</script>";

        assertThat(said(html)).isEqualTo("Привет\n\nвнутри");
    }

    @Test
    void whatMailClientsMarkAsRepeatedIsFoldedAway() {
        assertThat(HtmlText.read(
                        "<div>новое</div><div class='gmail_quote'>25.11 wrote:<blockquote>старое</blockquote></div>",
                        false))
                .isEqualTo(new HtmlText("новое", "25.11 wrote:\n\nстарое"));
        assertThat(HtmlText.read(
                        "<p>новое</p><div id='appendonsend'></div><hr><div id=divRplyFwdMsg>От: х</div><p>старое",
                        false))
                .isEqualTo(new HtmlText("новое", "От: х\n\nстарое"));
        assertThat(HtmlText.read("<blockquote type=cite>вопрос</blockquote>ответ", false))
                .isEqualTo(new HtmlText("ответ", "вопрос"));
        assertThat(HtmlText.read("<div>смотрите</div><div class='gmail_quote'>пересланное</div>", true)
                        .said())
                .isEqualTo("смотрите\nпересланное");
        assertThat(said("<blockquote>текст ошибки</blockquote>что это?")).isEqualTo("текст ошибки\n\nчто это?");
    }

    static Stream<String> heavy() {
        return Stream.of(
                "<div class=gmail_quote>".repeat(30_000),
                "<script></script>".repeat(30_000) + "x",
                "<a href='https://a.example/'>x".repeat(20_000),
                "<b><p>".repeat(50_000),
                "<br>".repeat(100_000) + "<div id=appendonsend>",
                "<table><tr><td>".repeat(20_000),
                "&".repeat(400_000),
                "<".repeat(400_000));
    }

    @ParameterizedTest
    @MethodSource("heavy")
    void noMailTakesLong(String html) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> HtmlText.read(html, false));
    }

    private static String said(String html) {
        return HtmlText.read(html, false).said();
    }
}
