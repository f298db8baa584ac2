package com.leecyber.support.panel;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what the panel keeps for a day only. Several nodes may do it at once. */
@Component
class Forgetting {

    private final Uploads uploads;
    private final OneTimeForms forms;

    Forgetting(Uploads uploads, OneTimeForms forms) {
        this.uploads = uploads;
        this.forms = forms;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forgetOld() {
        uploads.forgetOld();
        forms.forgetOld();
    }
}
