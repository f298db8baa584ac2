package com.leecyber.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What process owners edit at the top level lies in the packed jar where the application looks for it. */
class PackedJarIT {

    private static final String CLASSES = "BOOT-INF/classes/";

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(System.getProperty("packed.jar"));
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @ParameterizedTest
    @CsvSource({"bpmn, *.bpmn", "bpmn, *.dmn", "forms, *.html", "forms/notifications, *.txt", "forms/knowledge, *.md"})
    void everyEditedFileIsPackedAsItIs(String folder, String pattern) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder), pattern)) {
            List<Path> edited = StreamSupport.stream(files.spliterator(), false).toList();
            assertThat(edited).isNotEmpty().allSatisfy(file -> {
                ZipEntry entry = jar.getEntry(CLASSES + folder + "/" + file.getFileName());
                assertThat(entry).as("%s in the jar", file).isNotNull();
                try (InputStream packed = jar.getInputStream(entry)) {
                    assertThat(packed).hasBinaryContent(Files.readAllBytes(file));
                }
            });
        }
    }

    @Test
    void whatOnlyEditorsNeedStaysOutside() {
        List<String> ours = jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(CLASSES))
                .toList();

        assertThat(ours).isNotEmpty().noneMatch(name -> name.contains("/."));
    }
}
