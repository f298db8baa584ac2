package com.leecyber.support.notification;

import com.leecyber.support.editable.EditableFile;
import com.leecyber.support.editable.EditableFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The texts of forms/notifications/, every kind in both languages; the desk does not start with one missing or broken. */
@Component
class Templates {

    static final List<String> LANGUAGES = List.of("ru", "en");

    private static final String SUFFIX = ".txt";

    private final EditableFiles<Map<String, MailTemplate>> files;

    Templates(NotificationSettings settings) {
        this.files = new EditableFiles<>(settings.templates(), SUFFIX, found -> read(settings.templates(), found));
    }

    MailText render(NotificationKind kind, Locale language, Map<String, String> values) {
        return files.current().get(name(kind, language.getLanguage())).render(values);
    }

    private static Map<String, MailTemplate> read(String location, List<EditableFile> found) {
        Map<String, EditableFile> byName =
                found.stream().collect(Collectors.toMap(EditableFile::name, Function.identity()));
        Map<String, MailTemplate> templates = new HashMap<>();
        for (NotificationKind kind : NotificationKind.values()) {
            for (String language : LANGUAGES) {
                String name = name(kind, language);
                EditableFile file = byName.getOrDefault(name, new EditableFile(name, location + name, ""));
                templates.put(name, MailTemplate.read(file, kind));
            }
        }
        return templates;
    }

    private static String name(NotificationKind kind, String language) {
        return kind.id() + "." + language + SUFFIX;
    }
}
