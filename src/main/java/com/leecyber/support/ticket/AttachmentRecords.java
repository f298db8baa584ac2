package com.leecyber.support.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AttachmentRecords extends Repository<Attachment, UUID> {

    Attachment save(Attachment attachment);

    List<Attachment> findByTicketIdOrderByStoredAt(long ticketId);

    Optional<Attachment> findByKeyAndTicketId(UUID key, long ticketId);

    int countByTicketId(long ticketId);
}
