package com.leecyber.support.change;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.gate.ProcessFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The diagrams, tables and forms that the program brings along.
 *
 * <p>All of them come into force on an empty database. Later a new release brings only what it changes itself, and never
 * overwrites what the process owners have changed in the meantime: that becomes a proposal, for them to decide.
 */
@Service
class ReleasedRules {

    private static final Logger log = LoggerFactory.getLogger(ReleasedRules.class);

    private static final List<String> FILES =
            List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*.html");

    private final RulesInForce rules;
    private final Proposals proposals;
    private final MessageSource messages;
    private final JdbcClient database;

    ReleasedRules(RulesInForce rules, Proposals proposals, MessageSource messages, JdbcClient database) {
        this.rules = rules;
        this.proposals = proposals;
        this.messages = messages;
        this.database = database;
    }

    /** Puts in force what this release changes, before the desk opens its doors. */
    @Transactional
    public void bring() {
        bring(files());
    }

    void bring(List<ProcessFile> released) {
        Actor.as("release", () -> compare(released));
    }

    private void compare(List<ProcessFile> released) {
        // Nodes that start together bring the same: the second one finds nothing left to do.
        database.sql("select pg_advisory_xact_lock(hashtext('released_file'))").query(row -> {});
        Map<String, String> before = broughtBefore();
        List<ProcessFile> news = released.stream()
                .filter(file -> !Digest.of(file).equals(before.get(file.name())))
                .toList();
        if (news.isEmpty()) {
            return;
        }
        Map<String, ProcessFile> inForce = rules.files();
        List<ProcessFile> free = new ArrayList<>();
        List<ProcessFile> taken = new ArrayList<>();
        for (ProcessFile file : news) {
            ProcessFile current = inForce.get(file.name());
            if (current == null || Digest.of(current).equals(before.get(file.name()))) {
                free.add(file);
            } else if (!current.equals(file)) {
                taken.add(file);
            }
            remember(file);
        }
        if (!free.isEmpty()) {
            rules.deploy("support-desk", Bundle.of(free, inForce));
        }
        if (!taken.isEmpty()) {
            propose(taken);
        }
    }

    private void propose(List<ProcessFile> taken) {
        String names = String.join(", ", taken.stream().map(ProcessFile::name).toList());
        log.warn(
                "This release changes {}, and so have the process owners: theirs stay in force until they decide",
                names);
        String title = messages.getMessage("change.release", new Object[] {names}, Locale.forLanguageTag("ru"));
        proposals.propose(shortened(title), taken);
    }

    private static String shortened(String title) {
        return title.substring(0, Math.min(title.length(), Change.TITLE_LENGTH));
    }

    private Map<String, String> broughtBefore() {
        Map<String, String> digests = new HashMap<>();
        database.sql("select name, digest from released_file").query(row -> {
            digests.put(row.getString(1), row.getString(2));
        });
        return digests;
    }

    private void remember(ProcessFile file) {
        database.sql("insert into released_file (name, digest) values (:name, :digest)"
                        + " on conflict (name) do update set digest = excluded.digest")
                .param("name", file.name())
                .param("digest", Digest.of(file))
                .update();
    }

    private static List<ProcessFile> files() {
        List<ProcessFile> files = new ArrayList<>();
        for (String pattern : FILES) {
            try {
                for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    try (InputStream content = resource.getInputStream()) {
                        files.add(new ProcessFile(
                                Objects.requireNonNull(resource.getFilename()), content.readAllBytes()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + pattern, e);
            }
        }
        return files;
    }
}
