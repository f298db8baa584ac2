package com.leecyber.support.channel;

import com.leecyber.support.ticket.Attachment;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file on its way to its customer: as it came, under a name that any browser can save, and never to be run by one. */
public final class FileDownload {

    private FileDownload() {}

    /** The answer that carries the file. */
    public static ResponseEntity<byte[]> of(Attachment file, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(content);
    }
}
