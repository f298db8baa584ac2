package com.leecyber.support.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a condition may say, and what it answers when only some facts are known. */
class ConditionTest {

    private static final Map<String, Object> KNOWN = new HashMap<>(Map.of("outcome", "ASK", "valid", false));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "${outcome == 'ASK'} ; true",
                "${outcome eq \"ASK\" and not valid} ; true",
                "${outcome == 'TAKE' || outcome == 'ASK'} ; true",
                "${!valid} ; true",
                "${valid == false} ; true",
                "${valid == 'false'} ; true",
                "${other == 'A'} ; unknown",
                "${other == 'A' && valid} ; false",
                "${other == 'A' || !valid} ; true",
                "${other == 'A' || valid} ; unknown",
                "${valid ? other == 'A' : outcome != 'ASK'} ; false",
                "${(outcome == 'ASK') && !(valid)} ; true",
                "${count > 3} ; unknown"
            })
    void isAnsweredAsFarAsTheFactsGo(String text, String answer) throws Exception {
        Object value = Condition.read(text).value(KNOWN);
        assertThat(value == Condition.UNKNOWN ? "unknown" : value.toString()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome == 'ASK'",
                "${outcome == 'ASK'} ",
                "#{outcome == 'ASK'}",
                "${}",
                "${outcome.name}",
                "${outcome['a']}",
                "${outcome()}",
                "${''.getClass()}",
                "${outcome == 'ASK'}${valid}",
                "${outcome = 'ASK'}",
                "${outcome + 'ASK'}",
                "${'a\\'b' == outcome}",
                "${empty outcome}",
                "${1.5 == outcome}",
                "${(outcome == 'ASK'}",
                "${outcome == 'ASK')}",
                "${outcome ? 1}",
                "${outcome; valid}",
                "${a -> b}",
                "${[1,2]}"
            })
    void saysNothingElse(String text) {
        assertThatThrownBy(() -> Condition.read(text)).isInstanceOf(Condition.Unreadable.class);
    }
}
