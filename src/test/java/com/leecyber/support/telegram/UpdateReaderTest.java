package com.leecyber.support.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.telegram.Update.SentFile;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateReaderTest {

    private static final Locale RU = Locale.forLanguageTag("ru");

    @Test
    void aTextIsReadWithWhateverElseTelegramAdds() {
        assertThat(read("\"text\":\" Привет \",\"forward_origin\":{\"type\":\"invented_tomorrow\"},\"new\":[{}]"))
                .isEqualTo(new Update.Said(7, RU, "Привет", null, null, null));
    }

    @Test
    void aPictureIsItsLargestSizeAndNamedAfterItsMoment() {
        Update update = read("\"photo\":[{\"file_id\":\"s\",\"file_size\":1},{\"file_id\":\"l\",\"file_size\":9}],"
                + "\"caption\":\"вот\",\"media_group_id\":\"g\"");

        assertThat(update)
                .isEqualTo(new Update.Said(
                        7, RU, "вот", new SentFile("l", "photo_2025-11-24_16-00-00.jpg", 9), "g", null));
    }

    @Test
    void onlyAMessageOfTheBotCountsAsAnswered() {
        String answer = "\"text\":\"да\",\"reply_to_message\":{\"text\":\"SD-2026-000001\",\"from\":{\"is_bot\":%s}}";

        assertThat(((Update.Said) read(answer.formatted("true"))).answered()).isEqualTo("SD-2026-000001");
        assertThat(((Update.Said) read(answer.formatted("false"))).answered()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "supergroup", "channel", ""})
    void onlyPrivateChatsAreHeard(String type) {
        assertThat(UpdateReader.read("{\"update_id\":1,\"message\":{\"chat\":{\"id\":-7,\"type\":\"" + type
                        + "\"},\"text\":\"/start ABCDEFGHJK\"}}"))
                .isInstanceOf(Update.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource({"ru,ru", "en,en", "de-DE,en", "uk,ru", "kk,ru"})
    void theLanguageIsRussianOrEnglish(String code, String expected) {
        Update update = UpdateReader.read("{\"message\":{\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\"x\","
                + "\"from\":{\"language_code\":\"" + code + "\"}}}");

        assertThat(((Update.Personal) update).language().getLanguage()).isEqualTo(expected);
    }

    @Test
    void contactsPlacesAndUnknownNewsAreNoTexts() {
        assertThat(read("\"contact\":{\"user_id\":8,\"phone_number\":\"1\"}")).isInstanceOf(Update.ContactShared.class);
        assertThat(read("\"location\":{\"latitude\":1}")).isInstanceOf(Update.Unusable.class);
        assertThat(UpdateReader.read("{\"update_id\":1,\"poll\":{\"id\":\"x\"}}"))
                .isInstanceOf(Update.Ignored.class);
        assertThat(UpdateReader.read("[]")).isInstanceOf(Update.Ignored.class);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> UpdateReader.read("{")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Update read(String content) {
        return UpdateReader.read("{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1764000000,"
                + "\"chat\":{\"id\":7,\"type\":\"private\"},\"from\":{\"id\":7,\"is_bot\":false}," + content + "}}");
    }
}
