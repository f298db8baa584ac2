package com.leecyber.support.panel;

import com.leecyber.support.panel.SentFiles.Fresh;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.FileName;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files of a form in (R5.1), keeps them while the form has errors, and hands them to the ticket. */
@Component
class FormFiles {

    static final String FIELD = "files";

    private static final int MEGABYTE = 1024 * 1024;

    private final Uploads uploads;
    private final Attachments attachments;
    private final Limits limits;

    FormFiles(Uploads uploads, Attachments attachments, Limits limits) {
        this.uploads = uploads;
        this.attachments = attachments;
        this.limits = limits;
    }

    /**
     * What the form brought.
     *
     * @param keys of files that were kept before; another customer's is as good as none
     */
    SentFiles read(long customerId, FilesForm form) {
        List<FieldError> errors = new ArrayList<>();
        List<Fresh> fresh = new ArrayList<>();
        form.chosen().forEach(file -> read(file, fresh, errors));
        limits.files(customerId, fresh.size());
        return new SentFiles(fresh, kept(customerId, form, errors), errors);
    }

    /** Only what was kept before, when the rest may not be read. */
    SentFiles known(long customerId, FilesForm form) {
        return new SentFiles(List.of(), kept(customerId, form, new ArrayList<>()), List.of());
    }

    private List<Upload> kept(long customerId, FilesForm form, List<FieldError> errors) {
        Set<UUID> keys = new LinkedHashSet<>();
        form.kept().forEach(text -> key(text, keys));
        List<Upload> kept = uploads.find(customerId, keys);
        if (kept.size() < form.kept().stream().distinct().count()) {
            errors.add(new FieldError(FIELD, "panel.files.gone"));
        }
        return kept;
    }

    /** Those that can be kept, kept: for the same form, sent again. */
    List<Upload> keep(long customerId, SentFiles files) {
        return Stream.concat(
                        files.kept().stream(),
                        files.fresh().stream().map(file -> uploads.keep(customerId, file.name(), file.content())))
                .toList();
    }

    /** Gives them to the ticket, within the transaction that made or found it. */
    void attach(String number, SentFiles files) {
        files.kept().forEach(file -> attachments.add(number, file.name(), uploads.content(file)));
        files.fresh().forEach(file -> attachments.add(number, file.name(), file.content()));
        uploads.forget(files.kept());
    }

    private static void read(MultipartFile file, List<Fresh> fresh, List<FieldError> errors) {
        String name = file.getOriginalFilename();
        if (file.isEmpty()) {
            errors.add(new FieldError(FIELD, "panel.files.empty", FileName.of(name)));
        } else if (file.getSize() > Attachments.MAXIMUM_SIZE) {
            errors.add(new FieldError(
                    FIELD, "panel.files.too-large", FileName.of(name), Attachments.MAXIMUM_SIZE / MEGABYTE));
        } else {
            try {
                fresh.add(new Fresh(name, file.getBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void key(String text, Set<UUID> keys) {
        try {
            keys.add(UUID.fromString(text));
        } catch (IllegalArgumentException noKey) {
            // As good as a key of nothing: the file is not there.
        }
    }
}
