package com.leecyber.support.channel;

import com.leecyber.support.security.ApiClient;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Ticket;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** The files of a customer's ticket (R5.1): given back as they came, and never to be run by a browser. */
@RestController
@RequestMapping(TicketsController.PATH + "/{number}/files")
@Tag(name = "api.docs.files")
class FilesController {

    private final OwnTickets own;
    private final Attachments attachments;
    private final Retrying retrying;
    private final TicketViews views;

    FilesController(OwnTickets own, Attachments attachments, Retrying retrying, TicketViews views) {
        this.own = own;
        this.attachments = attachments;
        this.retrying = retrying;
        this.views = views;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "api.docs.attach")
    @ApiResponse(responseCode = "201")
    ResponseEntity<TicketDetails.File> attach(
            @AuthenticationPrincipal ApiClient client, @PathVariable String number, @RequestPart MultipartFile file)
            throws IOException {
        Ticket ticket = own.get(client, number);
        if (file.getSize() > Attachments.MAXIMUM_SIZE) {
            throw new MaxUploadSizeExceededException(Attachments.MAXIMUM_SIZE);
        }
        byte[] content = file.getBytes();
        Attachment kept =
                retrying.transaction(() -> attachments.add(ticket.number(), file.getOriginalFilename(), content));
        TicketDetails.File view = views.file(ticket, kept);
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    @GetMapping("/{key}")
    @Operation(summary = "api.docs.download")
    ResponseEntity<byte[]> download(
            @AuthenticationPrincipal ApiClient client, @PathVariable String number, @PathVariable String key) {
        Attachment file = attachments.find(own.get(client, number), key(key)).orElseThrow(NotFound::new);
        return FileDownload.of(file, attachments.content(file));
    }

    private static UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noKey) {
            throw new NotFound();
        }
    }
}
